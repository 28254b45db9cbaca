import Foundation
import LessonKit
import Processes
import Report
import XCTest

/// The workbook checks itself: what every exercise of every lesson in the syllabus has to keep.
///
/// A learner's own file is looked at only while it is as cloned, so that this is green whatever the learner has done.
final class ExerciseAuditTests: XCTestCase {
  private func lessons() throws -> [AuditedLesson] { try Syllabus.lessons.map(AuditedLesson.init) }

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

  func testEveryMistakeIsFoundOutUnderItsOwnName() throws {
    for lesson in try lessons() {
      for exercise in lesson.exercises {
        XCTAssertFalse(exercise.mistakes.isEmpty, "\(exercise.name) knows no mistakes")
        for mistake in exercise.mistakes {
          let grade = try lesson.grade(exercise, mistake)
          XCTAssertEqual(grade.status, .wrong, "\(exercise.name), \(mistake): \(grade.says)")
          XCTAssertEqual(grade.mistake, mistake, "\(exercise.name): \(grade.says)")
          XCTAssertGreaterThan(
            grade.says.count, 80, "\(exercise.name), \(mistake): say what it does and what to do")
          // A formula or a race has no timeline; where the learner's is drawn, the right one stands beside it.
          XCTAssertEqual(
            grade.yours == nil, grade.expected == nil,
            "\(exercise.name), \(mistake): one timeline without the other")
        }
      }
    }
  }

  func testEveryExerciseIsToldInFull() throws {
    for lesson in try lessons() {
      for exercise in lesson.exercises {
        XCTAssertGreaterThanOrEqual(Set(exercise.hints).count, 3, "\(exercise.name) needs three hints")
        XCTAssertTrue(exercise.question.last.map(".?".contains) == true, exercise.name)
        XCTAssertEqual(Set(exercise.mistakes).count, exercise.mistakes.count, exercise.name)
        let stub = try lesson.text("Stubs/\(exercise.baseName).stub")
        let lines = stub.split(separator: "\n")
        let head = lines.prefix { !$0.hasPrefix("func ") && !$0.hasPrefix("actor ") }.filter {
          $0.hasPrefix("//")
        }.joined(
          separator: "\n")
        let index = lesson.exercises.firstIndex(of: exercise)! + 1
        for words in [
          "// Exercise \(lesson.entry.number).\(index), \(exercise.name): ",
          "swift run lessons check \(exercise.name)",
        ] {
          XCTAssertTrue(head.contains(words), "the head of \(exercise.file) lacks '\(words)'")
        }
        if try lesson.grade(exercise, exercise.mistakes[0]).yours != nil {
          XCTAssertTrue(head.contains("░"), "the head of \(exercise.file) does not draw what is wanted")
        }
        // What is completed is a function, or the one function of an actor.
        XCTAssertEqual(lines.count { $0.hasSuffix("  throw ToDo()") }, 1, exercise.file)
        XCTAssertEqual(
          lines.count { $0.hasPrefix("func ") || $0.hasPrefix("actor ") }, 1,
          "one answer a file: \(exercise.file)")
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
        let written = mistakes.split(separator: "\n").count {
          $0.hasPrefix("    static func ") || $0.hasPrefix("  actor ")
        }
        XCTAssertEqual(
          written, exercise.mistakes.count, "\(exercise.name): a mistake is written and not listed")
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
      func run(_ arguments: [String]) throws -> ChildProcess.Outcome {
        try Program("/usr/bin/env", ["swift", "format"] + arguments, timeLimit: .seconds(60)).run()
      }
      guard try run(["--version"]).end == .exited(0) else {
        throw XCTSkip("this toolchain has no swift format")
      }
      let lint = try run(["lint", "--strict"] + files.sorted())
      XCTAssertEqual(lint.end, .exited(0), lint.errors)
    }
  }
}
