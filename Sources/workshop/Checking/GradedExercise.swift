import Console
import Foundation
import Report
import Workbook

/// An exercise with how it stands.
struct GradedExercise: Sendable, Hashable {
  /// The exercise.
  var exercise: CatalogueExercise
  /// How it stands.
  var grade: Grade
  /// The line of the learner's file to look at; `nil` where it is not known.
  var line: Int?

  /// Joins them.
  init(_ exercise: CatalogueExercise, _ grade: Grade, line: Int? = nil) {
    self.exercise = exercise
    self.grade = grade
    self.line = line
  }

  /// The learner's file with the line to look at, as terminals and editors know it: `Lessons/…/TwoCalls.swift:24`.
  var place: String { exercise.file + (line.map { ":\($0)" } ?? "") }

  /// Whether something was attempted that is not right.
  var isWrong: Bool { grade.status != .passed && grade.status != .toDo }
}

extension CatalogueExercise {
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

extension Workbook.Progress {
  /// Takes a judgement down.
  mutating func record(_ graded: GradedExercise, digest: String?, at time: Date = Date()) {
    var entry = exercises[graded.exercise.name] ?? Entry()
    if let mistake = graded.grade.mistake, digest != entry.digest || mistake != entry.mistake {
      let now = time.ISO8601Format()
      if let known = entry.met.firstIndex(where: { $0.mistake == mistake }) {
        entry.met[known].times += 1
        entry.met[known].last = now
      } else {
        entry.met.append(Misconception(mistake: mistake, times: 1, first: now, last: now))
      }
    }
    (entry.digest, entry.status, entry.mistake) = (digest, graded.grade.status, graded.grade.mistake)
    exercises[graded.exercise.name] = entry
  }
}
