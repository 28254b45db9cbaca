import Console
import Foundation
package import Report

/// An exercise with how it stands.
package struct GradedExercise: Sendable, Hashable {
  /// The exercise.
  package var exercise: CatalogueExercise
  /// How it stands.
  package var grade: Grade
  /// The line of the learner's file to look at; `nil` where it is not known.
  package var line: Int?

  /// Joins them.
  package init(_ exercise: CatalogueExercise, _ grade: Grade, line: Int? = nil) {
    self.exercise = exercise
    self.grade = grade
    self.line = line
  }

  /// The learner's file with the line to look at, as terminals and editors know it: `Lessons/…/TwoCalls.swift:24`.
  package var place: String { exercise.file + (line.map { ":\($0)" } ?? "") }

  /// Whether something was attempted that is not right.
  package var isWrong: Bool { grade.status != .passed && grade.status != .toDo }
}

extension CatalogueExercise {
  /// The digest of the learner's code; `nil` where it cannot be read. Comments that have a line of their own do not count: the
  /// exercise's text may change, and the answer stay the same.
  func digest(in checkout: Checkout) -> String? { digests(in: checkout).first }

  /// The digest of the learner's code, and that of the whole file, which was kept before.
  func digests(in checkout: Checkout) -> [String] {
    guard let content = try? Data(contentsOf: checkout.url(file)) else { return [] }
    let lines = String(decoding: content, as: UTF8.self).split(whereSeparator: \.isNewline).map(\.trimmed)
    let code = lines.filter { !$0.isEmpty && !$0.hasPrefix("//") }.joined(separator: "\n")
    return [ContentDigest.of(Data(code.utf8)), ContentDigest.of(content)]
  }

  /// The line of the learner's file that a grade speaks of, or else the one that begins the answer; `nil` where there is neither.
  func line(_ grade: Grade, in checkout: Checkout) -> Int? {
    let said = grade.says.ranges(of: file + ":").first.flatMap {
      Int(grade.says[$0.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
    if let said { return said }
    let text = (try? String(contentsOf: checkout.url(file), encoding: .utf8)) ?? ""
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.firstIndex { $0.hasPrefix("func ") || $0.hasPrefix("actor ") }.map { $0 + 1 }
  }
}
