import Console
import Foundation
import LessonKit
import XCTest

@testable import Workbook
@testable import workshop

/// What is done with an exercise's files: reading its head, putting it back, hints, solutions.
final class ExerciseFilesTests: XCTestCase {
  private var place: ExerciseCheckout!

  override func setUpWithError() throws { place = try ExerciseCheckout() }

  func testExercisesAreReadFromTheirStubsInTheOrderOfTheirHeads() {
    XCTAssertEqual(
      place.exercises.map(\.address), ["serial-vs-async/overlap", "serial-vs-async/bounded-calls"])
    XCTAssertEqual(place.exercises.map(\.number), ["1.1", "1.2"])
    XCTAssertEqual(place.overlap.question, "answer them all, at once.")
    XCTAssertEqual(place.overlap.file, "Lessons/01-serial-vs-async/Exercises/Overlap.swift")
  }

  func testEveryStubOfTheWorkbookHasAHeadWithAPlaceOfItsOwn() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let catalogue = Catalogue(Checkout(root: root))
    for lesson in catalogue.lessons {
      let gradings = SwiftFiles.visible(in: catalogue.checkout.url("\(lesson.folder)/Grading"))
      let exercises = CatalogueExercise.all(of: lesson, in: catalogue.checkout)
      XCTAssertEqual(exercises.map(\.position), Array(1..<(gradings.count + 1)), lesson.folder)
      for exercise in exercises {
        let answer = try SolutionText(exercise, in: catalogue.checkout, style: TextStyle()).lines
        XCTAssertFalse(answer.contains { $0.contains("Solution {") }, exercise.name)
        XCTAssertTrue(answer.contains { $0.hasPrefix("func ") || $0.hasPrefix("actor ") }, exercise.name)
        XCTAssertFalse(answer.contains { $0.contains("ToDo") }, exercise.name)
      }
    }
  }

  /// As version control for Windows checks them out, and as it leaves them beside files that an editor has written.
  func testLineEndsMayBeThoseOfWindows() throws {
    let (exercises, catalogue) = (place.exercises, place.catalogue)
    for isStub in [true, false] {
      for exercise in exercises {
        let path = isStub ? exercise.stub : exercise.file
        try place.write(try place.read(path).replacing("\n", with: "\r\n"), to: path)
      }
      XCTAssertEqual(place.exercises, exercises)
      XCTAssertEqual(catalogue.exerciseGaps, [])
      XCTAssertTrue(exercises.allSatisfy { $0.isUntouched(in: place.checkout) })
    }
    try place.write(
      try place.read(place.overlap.solution).replacing("\n", with: "\r\n"), to: place.overlap.solution)
    XCTAssertEqual(
      try SolutionText(place.overlap, in: place.checkout, style: TextStyle()).lines.suffix(3),
      ["func overlap() async throws -> Int {", "  42", "}"])
    try place.write(
      "func overlap() async throws -> Int {\r\n  41\r\n}\r\n", to: place.overlap.file)
    XCTAssertFalse(place.overlap.isUntouched(in: place.checkout))
    let difference = try SolutionText(place.overlap, in: place.checkout, style: TextStyle()).lines
    XCTAssertTrue(difference.contains("-  41"), "\(difference)")
    XCTAssertFalse(difference.contains("-}"), "\(difference)")
  }

  func testAnUntouchedFileIsLeftAlone() throws {
    XCTAssertEqual(try ExerciseReset(place.checkout).run(place.overlap), .unchanged)
    XCTAssertFalse(FileManager.default.fileExists(atPath: place.url(".lessons").path))
  }

  func testTheStubComesBackAndTheOldFilesAreAllKept() throws {
    var backups: [String] = []
    for text in ["first", "second"] {
      try place.write(text, to: place.overlap.file)
      guard case .done(let backup?) = try ExerciseReset(place.checkout).run(place.overlap) else {
        return XCTFail("no backup")
      }
      XCTAssertEqual(try place.read(backup), text)
      XCTAssertTrue(place.overlap.isUntouched(in: place.checkout))
      backups.append(backup)
    }
    XCTAssertEqual(try backups.map(place.read), ["first", "second"])
    XCTAssertTrue(backups[0].hasPrefix(".lessons/backups/Overlap-"), backups[0])
  }

  func testAFileThatIsGoneComesBack() throws {
    try FileManager.default.removeItem(at: place.url("\(place.folder)/Exercises"))
    XCTAssertEqual(try ExerciseReset(place.checkout).run(place.overlap), .done(backup: nil))
    XCTAssertTrue(place.overlap.isUntouched(in: place.checkout))
  }

  func testWhereNoBackupCanBeMadeTheFileStaysAsItIs() throws {
    try place.write("mine", to: place.overlap.file)
    try place.write("", to: ".lessons")
    assertComplaint(.unavailable) { () throws(Complaint) in
      try ExerciseReset(place.checkout).run(place.overlap)
    }
    XCTAssertEqual(try place.read(place.overlap.file), "mine")
  }

  func testHintsComeOneByOneAndTheLastStays() throws {
    try place.install(#"echo '{"name":"overlap","hints":["one","two"],"mistakes":[]}'"#)
    // Also while the learner's file does not compile, and the program is older than it.
    try place.makeStale()
    let store = ProgressStore(place.checkout) { XCTFail($0) }
    var hints = Hints(checkout: place.checkout, folder: place.build, store: store)
    hints.swift = nil
    let shown = try (0..<3).map { _ in try hints.next(place.overlap) }
    XCTAssertEqual(shown.map(\.text), ["one", "two", "two"])
    XCTAssertEqual(shown.map(\.number), [1, 2, 2])
    XCTAssertEqual(shown.map(\.isLast), [false, true, true])
  }

  func testTheMistakeJustMadeHasItsHintFirstAndOnce() throws {
    try place.install(
      #"echo '{"name":"overlap","hints":["one","two"],"mistakes":["late"],"mistakeHints":{"late":"sooner"}}'"#
    )
    let store = ProgressStore(place.checkout) { XCTFail($0) }
    func made(_ mistake: String?) {
      store.update { $0.exercises["overlap", default: Progress.Entry()].mistake = mistake }
    }
    var hints = Hints(checkout: place.checkout, folder: place.build, store: store)
    hints.swift = nil
    var shown = [try hints.next(place.overlap)]
    made("late")
    shown += [try hints.next(place.overlap), try hints.next(place.overlap)]
    made("early")
    shown += [try hints.next(place.overlap)]
    XCTAssertEqual(shown.map(\.text), ["one", "sooner", "two", "two"])
    XCTAssertEqual(
      shown.map(\.heading), ["hint 1 of 2", "a hint on late", "hint 2 of 2", "hint 2 of 2"])
    XCTAssertEqual(shown.map(\.isLast), [false, false, true, true])
  }

  func testTheSolutionIsWholeUntilSomethingIsBegun() throws {
    let whole = """
      import LessonKit
      import Foundation

      // Exercise 1.1, overlap: answer them all,
      // at once.
      //
      // More about it.

      /// Counts.
      func overlap() async throws -> Int {
        42
      }
      """
    XCTAssertEqual(
      try SolutionText(place.overlap, in: place.checkout, style: TextStyle()).lines.joined(separator: "\n"),
      whole)
    let stub = try place.read(place.overlap.stub)
    try place.write(stub.replacing("throw ToDo()", with: "41"), to: place.overlap.file)
    let lines = try SolutionText(place.overlap, in: place.checkout, style: TextStyle()).lines
    XCTAssertTrue(lines[0].hasPrefix("--- yours       Lessons/"), lines[0])
    XCTAssertTrue(lines.contains("-  41") && lines.contains("+  42"), lines.joined(separator: "\n"))
    try place.write(whole + "\n", to: place.overlap.file)
    XCTAssertEqual(
      try SolutionText(place.overlap, in: place.checkout, style: TextStyle()).lines,
      ["Your answer is the workbook's, line for line."])
  }
}
