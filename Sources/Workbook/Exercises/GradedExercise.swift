import Foundation
public import Report

/// An exercise with how it stands.
public struct GradedExercise: Sendable, Hashable {
  /// The exercise.
  public var exercise: CatalogueExercise
  /// How it stands.
  public var grade: Grade

  /// Joins the two.
  public init(_ exercise: CatalogueExercise, _ grade: Grade) {
    self.exercise = exercise
    self.grade = grade
  }

  /// Whether something was attempted that is not right.
  public var isWrong: Bool { grade.status != .passed && grade.status != .toDo }
}

extension CatalogueExercise {
  /// The digest of the learner's file; `nil` where it cannot be read.
  func digest(in checkout: Checkout) -> String? {
    (try? Data(contentsOf: checkout.url(file))).map(ContentDigest.of)
  }
}
