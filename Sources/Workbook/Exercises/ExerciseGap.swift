package import Console
import Foundation

/// An exercise that cannot be judged, or a lesson whose exercises cannot, because files of the workbook are gone.
package struct ExerciseGap: Sendable, Hashable {
  /// The lesson that it belongs to.
  package let lesson: SyllabusEntry
  /// The name that the exercise's files begin with; `nil` for a whole lesson.
  let base: String?
  /// What is missing, as a sentence without its full stop.
  package let reason: String
  /// The file or folder that has to come back, below the root.
  package let path: String

  /// What to tell a reader who wanted these judged.
  package static func complaint(of gaps: [ExerciseGap]) -> Complaint {
    Complaint.unavailable(
      gaps.count == 1
        ? "not everything could be judged: \(gaps[0].reason)" : "not everything could be judged",
      advice: (gaps.count == 1 ? [] : gaps.map(\.reason))
        + [
          "'git checkout -- \(gaps.map(\.path).joined(separator: " "))' brings \(gaps.count == 1 ? "it" : "them") back."
        ])
  }

  /// Whether a name that was typed means this exercise: `two-calls`, `1/two-calls`, `TwoCalls.swift`.
  package func isMeant(by typed: String) -> Bool {
    guard let base else { return false }
    func letters(_ text: some StringProtocol) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let last =
      typed.split(separator: "/").last.map { $0.hasSuffix(".swift") ? $0.dropLast(".swift".count) : $0 } ?? ""
    return letters(last) == letters(base)
  }
}

extension Catalogue {
  /// What is missing of the exercises: lessons, and exercises whose stub is not there or does not say what is asked for.
  ///
  /// Which ones there should be is told by the folders that judge them, and by the package's own list.
  package var exerciseGaps: [ExerciseGap] {
    let listed = listedExercises
    return lessons.flatMap { lesson -> [ExerciseGap] in
      guard lesson.isPresent else {
        return [
          ExerciseGap(
            lesson: lesson.entry, base: nil, reason: "the folder \(lesson.folder) is missing",
            path: lesson.folder)
        ]
      }
      let grading = lesson.folder + "/Grading"
      let there = SwiftFiles.visible(in: checkout.url(grading)).filter { !$0.contains(".") }
      let bases = Set(there).union(listed[lesson.entry.folder] ?? [])
      guard !bases.isEmpty else {
        return [
          ExerciseGap(
            lesson: lesson.entry, base: nil, reason: "there is no exercise in \(grading)", path: grading)
        ]
      }
      return bases.sorted().compactMap { base in
        let stub = "\(grading)/\(base)/\(base).stub"
        let text = try? String(contentsOf: checkout.url(stub), encoding: .utf8)
        if text.flatMap(ExerciseHead.init) != nil { return nil }
        return ExerciseGap(
          lesson: lesson.entry, base: base,
          reason: text == nil ? "\(stub) is missing" : "\(stub) does not say which exercise it is", path: stub
        )
      }
    }
  }

  /// The exercises that the package lists, by their lesson's folder.
  private var listedExercises: [String: [String]] {
    let text = (try? String(contentsOf: checkout.url("Package.swift"), encoding: .utf8)) ?? ""
    var (listed, folder): ([String: [String]], String) = ([:], "")
    for match in text.matches(of: /folder: "([^"\\]+)"|ExerciseTarget\(name: "(\w+)"/) {
      if let name = match.1 { folder = String(name) }
      if let name = match.2 { listed[folder, default: []].append(String(name)) }
    }
    return listed
  }
}
