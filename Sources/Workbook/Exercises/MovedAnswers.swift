package import Console
import Foundation

/// Brings the learner's answers along when the workbook has moved exercises to other lessons.
package enum MovedAnswers {
  /// Moves each answer that lies where its exercise used to be to where the exercise is, as long as nothing has been begun there.
  ///
  /// - Returns: what the learner should know, a sentence each.
  package static func bringAlong(in catalogue: Catalogue) -> [String] {
    let (checkout, exercises) = (catalogue.checkout, catalogue.exercises)
    let own = Set(exercises.map(\.file))
    return exercises.flatMap { exercise -> [String] in
      let isFree =
        exercise.isUntouched(in: checkout)
        || !FileManager.default.fileExists(atPath: checkout.url(exercise.file).path)
      guard isFree, let stub = try? Data(contentsOf: checkout.url(exercise.stub)) else { return [] }
      for lesson in catalogue.lessons where lesson.entry != exercise.lesson {
        let old = "\(lesson.folder)/Exercises/\(exercise.base).swift"
        guard !own.contains(old), let answer = try? Data(contentsOf: checkout.url(old)), answer != stub,
          (try? answer.write(to: checkout.url(exercise.file), options: .atomic)) != nil
        else { continue }
        try? FileManager.default.removeItem(at: checkout.url(old))
        return [
          "exercise \(exercise.name) is in lesson \(exercise.lesson.number) now; your answer was moved from \(old) to "
            + exercise.file
        ]
      }
      return []
    }
  }
}
