import Foundation
package import Report

/// An exercise with how it stands.
package struct GradedExercise: Sendable, Hashable {
  /// The exercise.
  package var exercise: CatalogueExercise
  /// How it stands.
  package var grade: Grade

  /// Joins the two.
  package init(_ exercise: CatalogueExercise, _ grade: Grade) {
    self.exercise = exercise
    self.grade = grade
  }

  /// Whether something was attempted that is not right.
  package var isWrong: Bool { grade.status != .passed && grade.status != .toDo }
}

extension CatalogueExercise {
  /// The digest of the learner's file; `nil` where it cannot be read.
  func digest(in checkout: Checkout) -> String? {
    (try? Data(contentsOf: checkout.url(file))).map(ContentDigest.of)
  }
}
