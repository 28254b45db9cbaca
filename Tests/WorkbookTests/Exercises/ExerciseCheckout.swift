import Console
import Foundation
import LessonKit
import TestSupport
import XCTest

@testable import Workbook

/// A checkout with two exercises, with shell scripts in the places of their programs, in a folder of its own. What judges them is the
/// program `workshop` that was built beside the tests.
final class ExerciseCheckout {
  let root = FileManager.default.temporaryDirectory.appending(path: "exercises-\(UUID())")
    .resolvingSymlinksInPath()
  let folder = "Lessons/01-serial-vs-async"
  let build: BuildFolder

  init() throws {
    build = try Checkout(root: root).build
    for path in [
      "transcripts", "\(folder)/Exercises/Kit", "\(folder)/Grading/Overlap",
      "\(folder)/Grading/BoundedCalls",
    ] {
      try FileManager.default.createDirectory(at: url(path), withIntermediateDirectories: true)
    }
    try write("// swift-tools-version: 6.2\n", to: "Package.swift")
    // The names' alphabet is not the order of the heads.
    for (position, name, base, function) in [
      (1, "overlap", "Overlap", "overlap"), (2, "bounded-calls", "BoundedCalls", "boundedCalls"),
    ] {
      let stub = """
        import LessonKit

        // Exercise 1.\(position), \(name): answer them all,
        // at once.
        //
        // More about it.

        func \(function)() async throws -> Int {
          throw ToDo()
        }

        """
      try write(stub, to: "\(folder)/Grading/\(base)/\(base).stub")
      try write(stub, to: "\(folder)/Exercises/\(base).swift")
      try write(
        "import Foundation\n\nenum \(base)Solution {\n  /// Counts.\n  static func \(function)() async throws -> Int {\n    42\n  }\n}\n",
        to: "\(folder)/Grading/\(base)/Solution.swift")
    }
    try checkout.install(.workshop)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var checkout: Checkout { Checkout(root: root) }
  var catalogue: Catalogue { Catalogue(checkout, syllabus: [Syllabus.serialVersusAsync]) }
  var exercises: [CatalogueExercise] { catalogue.exercises }
  var overlap: CatalogueExercise { exercises[0] }

  func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: url(path))
  }

  func read(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  /// Puts a program in an exercise's place, which prints a grade with `seal`. It is up to date until a file of the exercise changes.
  func install(_ script: String, as exercise: CatalogueExercise? = nil) throws {
    try program(script, at: program(of: exercise ?? overlap))
    let freshness = freshness(of: exercise ?? overlap)
    freshness.setStamp(freshness.sources)
  }

  /// Makes an exercise's program older than its sources.
  func makeStale(_ exercise: CatalogueExercise? = nil) throws {
    try write("\n", to: "\(program(of: exercise ?? overlap)).stamp")
  }

  func freshness(of exercise: CatalogueExercise) -> Freshness {
    exercise.build(in: checkout, build).freshness
  }

  func program(of exercise: CatalogueExercise) -> String {
    ".build/\(build.configuration.rawValue)/exercise-\(exercise.name)"
  }

  /// Puts a program in the package manager's place; it finds the checkout's root in `$root`.
  func swift(_ script: String) throws -> String {
    try program("root='\(root.path)'\n\(script)", at: "swift")
    return url("swift").path
  }

  private func program(_ script: String, at path: String) throws {
    try write("#!/bin/sh\n\(try Sealing.function)\n\(script)\n", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url(path).path)
  }
}
