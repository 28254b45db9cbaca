import LessonKit
import Report

/// To keep many requests waiting at once: what does a thread for each cost, what does a task for each cost, and why does one
/// thread suffice? The story follows the lecture, part by part.
struct ThreadsVersusAsync: Lesson {
  static let entry = Syllabus.threadsVersusAsync
  static let options = [
    Arguments.Option(
      "trace", help: "Print every step of the event loop for three requests, and nothing else.")
  ]

  static let exercises: [Exercise] = [
    BridgeExercise.exercise, UnblockExercise.exercise, BankExercise.exercise,
    FanInExercise.exercise,
  ]

  static func tell(_ story: Story) throws {
    guard !story.arguments.has("trace") else { return try Steps.tellTrace(story) }
    let crowds = try ThreadEach.tell(story)
    try InOrder.tell(story)
    try PutAside.tell(story)
    try OneThread.tell(story, crowds)
    try Steps.tell(story)
    try Blocking.tell(story)
  }
}
