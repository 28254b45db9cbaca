import Console
import Figures
import Foundation
import Measurement
import Processes
import Report
import Workbook
import XCTest

/// The workbook checks itself: what every exercise of every lesson has to keep, whatever the learner has done so far.
final class EveryExerciseTests: XCTestCase {
  private static let all = Result { try AuditedExercise.all }
  private var exercises: [AuditedExercise] { get throws { try Self.all.get() } }

  func testAFileAsClonedIsToDo() throws {
    for exercise in try exercises where exercise.isAsCloned {
      XCTAssertEqual(try exercise.grade().status, .toDo, exercise.name)
    }
  }

  /// A learner's edit is theirs; what version control has as the learner's file is the stub, or an answer that they keep there.
  func testTheStubIsTheFileAsCloned() throws {
    for exercise in try exercises where !exercise.isAsCloned {
      let file = exercise.exercise.file
      let git = Program(
        "/usr/bin/env",
        ["git", "-C", AuditedExercise.checkout.root.path, "diff", "--quiet", "HEAD", "--", file],
        timeLimit: .seconds(60))
      guard try git.run().end == .exited(0) else { continue }
      XCTAssertNotEqual(
        try exercise.grade(timeLimit: .seconds(5)).status, .toDo,
        "\(file) and \(exercise.exercise.stub) differ")
    }
  }

  func testTheSolutionPassesAndNothingIsToBeRemarked() throws {
    for exercise in try exercises {
      let grade = try exercise.grade("solution")
      XCTAssertEqual(grade.status, .passed, "\(exercise.name): \(grade.says)")
      XCTAssertTrue(grade.says.hasPrefix("Right."), "\(exercise.name): \(grade.says)")
      // What could still be better begins like this.
      XCTAssertFalse(grade.says.contains("One more thing"), "\(exercise.name): \(grade.says)")
    }
  }

  func testEveryMistakeIsFoundOutUnderItsOwnNameEveryTime() throws {
    for exercise in try exercises {
      XCTAssertGreaterThanOrEqual(exercise.record.mistakes.count, 3, exercise.name)
      for mistake in exercise.record.mistakes {
        let grade = try exercise.grade(mistake)
        let place = "\(exercise.name), \(mistake): \(grade.says)"
        XCTAssertEqual(grade.status, .wrong, place)
        XCTAssertEqual(grade.mistake, mistake, place)
        XCTAssertGreaterThan(grade.says.count, 80, "\(place): say what it does and what to do")
        // A formula or a race has no timeline; where the learner's is drawn, the right one stands beside it.
        XCTAssertEqual(grade.yours == nil, grade.expected == nil, "\(place): one timeline without the other")
        XCTAssertEqual(try exercise.grade(mistake), grade, "\(place): not the same every time")
      }
    }
  }

  /// Two pictures that look alike tell a learner that nothing is wrong.
  func testTwoTimelinesAreDrawnOnlyWhereTheyLookDifferent() throws {
    var drawn = 0
    for exercise in try exercises {
      for mistake in exercise.record.mistakes {
        let grade = try exercise.grade(mistake)
        guard let yours = grade.yours, let expected = grade.expected, grade.drawings == nil else { continue }
        let end = max(yours.end, expected.end)
        let texts = [yours, expected].map {
          Figure.stack(
            [.timeline($0, title: "", end: end, maximumLanes: $0.lanes.count)], TextStyle(width: 80))
        }
        XCTAssertNotEqual(texts[0], texts[1], "\(exercise.name), \(mistake): \(grade.says)")
        drawn += 1
      }
    }
    XCTAssertGreaterThan(drawn, 100)
  }

  /// Nothing, a constant, an answer that ignores what it was handed, and a grade that it prints itself.
  func testNoAnswerThatDoesNotTryIsAccepted() throws {
    for exercise in try exercises {
      XCTAssertEqual(
        exercise.record.evasions,
        ["constant", "does-nothing", "forges-a-grade", "ignores-what-it-is-handed"],
        "\(exercise.name) needs \(exercise.exercise.grading)/Evasions.swift, as the other exercises have it")
      for evasion in exercise.record.evasions ?? [] {
        let grade = try exercise.grade("evasion/\(evasion)", timeLimit: .seconds(20))
        let place = "\(exercise.name), \(evasion): \(grade.status), \(grade.says)"
        XCTAssertFalse([.passed, .toDo].contains(grade.status), place)
        XCTAssertGreaterThan(grade.says.count, 40, "\(place): say what was wrong")
        guard evasion == "forges-a-grade" else { continue }
        XCTAssertEqual(grade.mistake, "ends-the-process", place)
        // Where the code ends in the middle of a question, a formula's or a trial's, the learner can repeat it.
        XCTAssertNotNil(grade.says.firstMatch(of: /The question was: \S.+\./), place)
      }
    }
  }

  func testEveryExerciseIsToldInFull() throws {
    for exercise in try exercises {
      XCTAssertEqual(exercise.record.name, exercise.name)
      XCTAssertGreaterThanOrEqual(Set(exercise.record.hints).count, 3, "\(exercise.name) needs three hints")
      let mistakeHints = exercise.record.mistakeHints ?? [:]
      XCTAssertTrue(Set(mistakeHints.keys).isSubset(of: exercise.record.mistakes), exercise.name)
      let hints = exercise.record.hints + mistakeHints.values
      XCTAssertEqual(Set(hints).count, hints.count, "\(exercise.name): a hint is given twice")
      XCTAssertEqual(
        Set(exercise.record.mistakes).count, exercise.record.mistakes.count,
        "\(exercise.name): one name twice")
      XCTAssertTrue(exercise.exercise.question.last.map(".?".contains) == true, exercise.name)
      let lines = try exercise.text(exercise.exercise.stub).split(separator: "\n")
      let head = lines.prefix { !$0.hasPrefix("func ") && !$0.hasPrefix("actor ") }.filter {
        $0.hasPrefix("//")
      }
      .joined(separator: "\n")
      var words = [
        "// Exercise \(exercise.exercise.number), \(exercise.name): ",
        "swift run lessons check \(exercise.name)",
      ]
      if let yours = try exercise.grade(exercise.record.mistakes[0]).yours {
        words.append(yours.spans(.wait).isEmpty ? "█" : "░")
      }
      words += try handedOut(exercise)
      for word in words {
        XCTAssertTrue(head.contains(word), "the head of \(exercise.exercise.file) lacks '\(word)'")
      }
      // What is completed is a function, or the one function of an actor.
      XCTAssertEqual(lines.count { $0.hasSuffix("  throw ToDo()") }, 1, exercise.name)
      XCTAssertEqual(
        lines.count { $0.hasPrefix("func ") || $0.hasPrefix("actor ") }, 1,
        "one answer a file: \(exercise.name)")
    }
  }

  /// The types that an exercise's kit hands the learner, with their members: all but what is private or stands behind the line
  /// "For the grading."
  private func handedOut(_ exercise: AuditedExercise) throws -> [String] {
    let folder = "Lessons/\(exercise.exercise.lesson.folder)/Exercises/Kit"
    return try AuditedExercise.names(in: folder).filter { $0.hasPrefix("\(exercise.base)+") }.flatMap {
      name in
      let text = try exercise.text("\(folder)/\(name)").split(separator: "  // For the grading.")[0]
      let type = name.dropFirst(exercise.base.count + 1).dropLast(".swift".count)
      return [String(type)]
        + text.matches(of: /\n  (?:func|let|var|(?:struct|enum) \w+: Error|struct) ?(\w+)?/).compactMap {
          match in
          match.1.map(String.init)
        }
    }
  }

  func testNothingIsUnlisted() throws {
    for (lesson, own) in Dictionary(grouping: try exercises, by: \.exercise.lesson.folder) {
      let bases = own.map(\.base)
      XCTAssertEqual(AuditedExercise.names(in: "Lessons/\(lesson)/Grading"), Set(bases))
      // A learner may keep more files there.
      XCTAssertTrue(
        AuditedExercise.names(in: "Lessons/\(lesson)/Exercises").isSuperset(of: bases.map { "\($0).swift" }))
      let kit = AuditedExercise.names(in: "Lessons/\(lesson)/Exercises/Kit")
      XCTAssertEqual(kit.filter { name in !bases.contains { name.hasPrefix("\($0)+") } }, [])
      for exercise in own {
        let written = try exercise.text("\(exercise.exercise.grading)/Mistakes.swift")
          .matches(of: /= Mistake<Function>\(/).count
        XCTAssertEqual(
          written, exercise.record.mistakes.count, "\(exercise.name): a mistake is written and not listed")
      }
    }
  }

  /// Kit and grading share a module with the learner's file: what they declare there has a name that no learner would use.
  func testNothingHasANameThatALearnerMightUse() throws {
    let declaration =
      /(?m)^(?:\w+ )*?(?:func|class|struct|enum|actor|protocol|typealias|let|var|extension) (\w+)/
    for exercise in try exercises {
      let (grading, kit) = (
        exercise.exercise.grading, "Lessons/\(exercise.exercise.lesson.folder)/Exercises/Kit"
      )
      for name in AuditedExercise.names(in: grading) where name.hasSuffix(".swift") {
        for match in try exercise.text("\(grading)/\(name)").matches(of: declaration) {
          XCTAssertTrue(match.1.hasPrefix(exercise.base), "\(grading)/\(name) declares \(match.1)")
        }
      }
      for name in AuditedExercise.names(in: kit) where name.hasPrefix("\(exercise.base)+") {
        for match in try exercise.text("\(kit)/\(name)").matches(of: declaration) {
          XCTAssertEqual(name, "\(exercise.base)+\(match.1).swift")
        }
      }
    }
  }

  /// An exercise's target excludes what is not its own by name, and SwiftPM warns of every file that is not named.
  func testEveryIdeaIsListedInThePackage() throws {
    let package = try String(contentsOf: AuditedExercise.checkout.url("Package.swift"), encoding: .utf8)
    for lesson in Catalogue(AuditedExercise.checkout).lessons {
      for name in AuditedExercise.names(in: lesson.folder) where name.hasSuffix(".swift") {
        XCTAssertTrue(package.contains("\"\(name.dropLast(".swift".count))\""), "\(lesson.folder)/\(name)")
      }
    }
  }

  /// A learner's own file is theirs to format.
  func testEveryFileIsFormatted() throws {
    let root = AuditedExercise.checkout
    let folders = Set(try exercises.map { "Lessons/\($0.exercise.lesson.folder)" })
    let paths =
      folders.flatMap { ["\($0)/Grading", "\($0)/Exercises/Kit"] }
      + (try exercises.filter(\.isAsCloned).map(\.exercise.file))
    func format(_ arguments: [String]) throws -> ChildProcess.Outcome {
      try Program("/usr/bin/env", ["swift", "format"] + arguments, timeLimit: .seconds(60)).run()
    }
    guard try format(["--version"]).end == .exited(0) else {
      throw XCTSkip("this toolchain has no swift format")
    }
    let present = paths.map { root.url($0).path }.filter(FileManager.default.fileExists)
    let lint = try format(["lint", "--strict", "-r"] + present.sorted())
    XCTAssertEqual(lint.end, .exited(0), lint.errors)
  }
}
