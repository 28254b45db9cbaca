import Foundation
import Platform
import Report

/// What a lesson's executable does for `lessons check`: judges one exercise, in a process that can be ended.
struct GradeCommand {
  let exercises: [Exercise]

  /// Judges a candidate and prints its grade as JSON on a line of its own.
  ///
  /// The exit status is 0 whatever the grade: that the process ended by itself is all that it says.
  func run(_ name: String, _ who: String) throws -> ExitStatus {
    guard let exercise = exercises.first(where: { $0.name == name }) else {
      let nearest = NearestName.of(name, among: exercises.map(\.name))
      throw Complaint.usage(
        "this lesson has no exercise '\(name)'",
        advice: [nearest.map { "Did you mean \($0)?" } ?? "--exercises lists them."])
    }
    let candidate: Exercise.Candidate =
      switch who {
      case "learner": .learner
      case "solution": .solution
      default: .mistake(who)
      }
    if case .mistake(let name) = candidate, !exercise.mistakes.contains(where: { $0.name == name }) {
      let nearest = NearestName.of(name, among: exercise.mistakes.map(\.name) + ["learner", "solution"])
      throw Complaint.usage(
        "exercise \(exercise.name) has no known mistake '\(name)'",
        advice: [nearest.map { "Did you mean \($0)?" } ?? "--exercises lists them."])
    }
    Confinement.begin()
    StandardOutput.write(
      "\n" + String(decoding: try encoder.encode(exercise.grade(candidate)), as: UTF8.self) + "\n")
    return .done
  }

  /// All exercises with what is known of them, as JSON.
  var list: String {
    get throws {
      String(decoding: try encoder.encode(exercises.map(ExerciseRecord.init)), as: UTF8.self)
    }
  }

  private var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

extension ExerciseRecord {
  fileprivate init(_ exercise: Exercise) {
    self.init(
      name: exercise.name, question: exercise.question, file: exercise.file, hints: exercise.hints,
      mistakes: exercise.mistakes.map(\.name))
  }
}
