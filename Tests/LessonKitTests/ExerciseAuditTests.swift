import Foundation
import XCTest

@testable import LessonKit

/// The workbook checks itself: what every exercise of every lesson in the syllabus has to keep.
///
/// A learner's own file is looked at only while it is as cloned, so that this is green whatever the learner has done.
final class ExerciseAuditTests: XCTestCase {
  /// A lesson's folder and executable, and what the executable says of its exercises.
  private struct Audited {
    let entry: SyllabusEntry
    let folder: URL
    let executable: URL
    let exercises: [ExerciseRecord]

    func file(_ path: String) -> URL { folder.appending(path: path) }
    func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }
    func names(in subfolder: String) -> Set<String> {
      Set((try? FileManager.default.contentsOfDirectory(atPath: file(subfolder).path)) ?? [])
    }
    func grade(_ exercise: ExerciseRecord, _ candidate: String) throws -> Grade {
      try GradingProcess(
        executable: executable, exercise: exercise.name, candidate: candidate, timeLimit: .seconds(60)
      )
      .run()
    }
    func isAsCloned(_ exercise: ExerciseRecord) throws -> Bool {
      try text("Exercises/\(exercise.file)") == text("Stubs/\(exercise.baseName).stub")
    }
  }

  private func lessons() throws -> [Audited] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bundle = Bundle(for: Self.self).bundleURL
    let products = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
    return try Syllabus.lessons.map { entry in
      let executable = products.appending(path: entry.id)
      let listed = try ChildProcess.run(
        [executable.path, "--exercises"], environment: ProcessInfo.processInfo.environment,
        timeLimit: .seconds(60), outputLimit: 1 << 20)
      return Audited(
        entry: entry, folder: root.appending(path: "Lessons/\(entry.folder)"), executable: executable,
        exercises: try JSONDecoder().decode([ExerciseRecord].self, from: Data(listed.output.utf8)))
    }
  }

  func testEveryExerciseAsClonedIsToDo() throws {
    for lesson in try lessons() {
      for exercise in lesson.exercises where try lesson.isAsCloned(exercise) {
        XCTAssertEqual(try lesson.grade(exercise, "learner").status, .toDo, exercise.name)
      }
    }
  }

  func testEverySolutionPassesAndNothingIsToBeRemarked() throws {
    for lesson in try lessons() {
      for exercise in lesson.exercises {
        XCTAssertEqual(
          try lesson.grade(exercise, "solution"), Grade(status: .passed, says: "Right."), exercise.name)
      }
    }
  }

  func testEveryMistakeIsFoundOutUnderItsOwnNameAndDrawn() throws {
    for lesson in try lessons() {
      for exercise in lesson.exercises {
        XCTAssertFalse(exercise.mistakes.isEmpty, "\(exercise.name) knows no mistakes")
        for mistake in exercise.mistakes {
          let grade = try lesson.grade(exercise, mistake)
          XCTAssertEqual(grade.status, .wrong, "\(exercise.name), \(mistake): \(grade.says)")
          XCTAssertEqual(grade.mistake, mistake, "\(exercise.name): \(grade.says)")
          XCTAssertGreaterThan(
            grade.says.count, 80, "\(exercise.name), \(mistake): say what it does and what to do")
          XCTAssertNotNil(grade.yours, "\(exercise.name), \(mistake) is not drawn")
          XCTAssertNotNil(grade.expected, "\(exercise.name), \(mistake): what is expected is not drawn")
        }
      }
    }
  }

  func testEveryExerciseIsToldInFull() throws {
    for lesson in try lessons() {
      for exercise in lesson.exercises {
        XCTAssertGreaterThanOrEqual(Set(exercise.hints).count, 3, "\(exercise.name) needs three hints")
        XCTAssertTrue(exercise.question.hasSuffix("."), exercise.name)
        XCTAssertEqual(Set(exercise.mistakes).count, exercise.mistakes.count, exercise.name)
        let stub = try lesson.text("Stubs/\(exercise.baseName).stub")
        let lines = stub.split(separator: "\n")
        let head = lines.prefix { !$0.hasPrefix("func ") }.filter { $0.hasPrefix("//") }.joined(
          separator: "\n")
        let index = lesson.exercises.firstIndex(of: exercise)! + 1
        for words in [
          "// Exercise \(lesson.entry.number).\(index), \(exercise.name): ", "░",
          "swift run lessons check \(exercise.name)",
        ] {
          XCTAssertTrue(head.contains(words), "the head of \(exercise.file) lacks '\(words)'")
        }
        XCTAssertTrue(stub.contains("  throw ToDo()\n}\n"), exercise.file)
        XCTAssertEqual(lines.count { $0.hasPrefix("func ") }, 1, "one function a file: \(exercise.file)")
      }
    }
  }

  func testEveryFileIsListedAndEveryMistakeToo() throws {
    for lesson in try lessons() where !lesson.exercises.isEmpty {
      let names = lesson.exercises.map(\.baseName)
      // A learner may keep more files there.
      XCTAssertTrue(lesson.names(in: "Exercises").isSuperset(of: names.map { "\($0).swift" }))
      XCTAssertEqual(lesson.names(in: "Stubs"), Set(names.map { "\($0).stub" }))
      XCTAssertEqual(
        lesson.names(in: "Solutions"), Set(names.map { "\($0)+Solution.swift" } + ["Solutions.swift"]))
      XCTAssertEqual(
        lesson.names(in: "Mistakes"), Set(names.map { "\($0)+Mistakes.swift" } + ["Mistakes.swift"]))
      for exercise in lesson.exercises {
        let mistakes = try lesson.text("Mistakes/\(exercise.baseName)+Mistakes.swift")
        let functions = mistakes.split(separator: "\n").count { $0.hasPrefix("    static func ") }
        XCTAssertEqual(
          functions, exercise.mistakes.count, "\(exercise.name): a mistake is written and not listed")
      }
    }
  }

  /// A learner's own file is theirs to format.
  func testEveryFileIsFormatted() throws {
    for lesson in try lessons() {
      var files = ["Solutions", "Mistakes"].flatMap { folder in
        lesson.names(in: folder).map { lesson.file("\(folder)/\($0)").path }
      }
      for exercise in lesson.exercises where try lesson.isAsCloned(exercise) {
        files.append(lesson.file("Exercises/\(exercise.file)").path)
      }
      guard !files.isEmpty else { continue }
      let tools = ["/usr/bin/env", "swift", "format"]
      let environment = ProcessInfo.processInfo.environment
      func run(_ arguments: [String]) throws -> ChildProcess {
        try ChildProcess.run(
          tools + arguments, environment: environment, timeLimit: .seconds(60), outputLimit: 1 << 20)
      }
      guard try run(["--version"]).end == .exited(0) else {
        throw XCTSkip("this toolchain has no swift format")
      }
      let lint = try run(["lint", "--strict"] + files.sorted())
      XCTAssertEqual(lint.end, .exited(0), lint.errors)
    }
  }
}

extension ExerciseRecord {
  /// The name of the learner's file without its ending; the exercise's other files are named after it.
  fileprivate var baseName: String { String(file.dropLast(".swift".count)) }
}
