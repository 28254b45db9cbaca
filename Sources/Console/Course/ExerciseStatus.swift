/// How an exercise stands.
package enum ExerciseStatus: String, Sendable, Hashable, Codable {
  /// The learner has not started.
  case toDo = "to do"
  case passed
  case wrong
  case doesNotBuild = "does not build"
  /// The code ended the process, by a trap for example.
  case crashed
  case timedOut = "timed out"
  /// Nothing in the code could ever go on.
  case stalled
  /// The code printed more than one would read.
  case flooded
}
