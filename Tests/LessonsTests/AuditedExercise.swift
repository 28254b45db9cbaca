import Console
import Foundation
import Processes
import Report
import Workbook

@testable import workshop

/// An exercise of this checkout with its program, built beside the tests, and what the program says of itself.
struct AuditedExercise {
  let exercise: CatalogueExercise
  let program: URL
  let record: ExerciseRecord

  /// This checkout.
  static let checkout = Checkout(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  /// All exercises of the workbook, in order.
  static var all: [AuditedExercise] {
    get throws { try Catalogue(checkout).exercises.map(AuditedExercise.init) }
  }

  init(_ exercise: CatalogueExercise) throws {
    let name = "exercise-\(exercise.name)"
    guard let path = BuiltProgram.path(name) else {
      throw Complaint.unavailable("Package.swift has no product \(name), or it was not built")
    }
    self.exercise = exercise
    program = URL(fileURLWithPath: path)
    let described = try Program(path, ["--describe"], timeLimit: .seconds(60)).run()
    record = try JSONDecoder().decode(ExerciseRecord.self, from: Data(described.output.utf8))
  }

  var name: String { exercise.name }
  /// The name that its files begin with.
  var base: String { URL(fileURLWithPath: exercise.file).deletingPathExtension().lastPathComponent }
  var isAsCloned: Bool { exercise.isUntouched(in: Self.checkout) }

  /// Judges a candidate, in a process that ends.
  func grade(_ candidate: String = "learner", timeLimit: Duration = .seconds(60)) throws -> Grade {
    try GradingProcess(executable: program, candidate: candidate, timeLimit: timeLimit).run()
  }

  /// The text of a file below the root.
  func text(_ path: String) throws -> String {
    try String(contentsOf: Self.checkout.url(path), encoding: .utf8)
  }

  /// The names in a folder below the root; none where there is no such folder.
  static func names(in folder: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: checkout.url(folder).path)) ?? [])
  }
}
