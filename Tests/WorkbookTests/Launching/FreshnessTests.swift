import LessonKit
import Report
import XCTest

@testable import Workbook

final class FreshnessTests: XCTestCase {
  func testOnlyWhatTheLessonIsBuiltFromMakesItStale() throws {
    for (path, isFresh) in [
      ("Package.swift", false), ("Sources/EventLoop/Loop.swift", false), ("Sources/EventLoop", false),
      ("Lessons/01-serial-vs-async/Lesson.swift", false),
      ("Lessons/01-serial-vs-async/Exercises/A.swift", false),
      ("Lessons/01-serial-vs-async/Exercises", false), ("Lessons/01-serial-vs-async/notes.md", true),
      ("Lessons/02-other/Lesson.swift", true), ("Sources/lessons/main.swift", true),
      ("Sources/Workbook/A.swift", true), ("Sources/bench/A.swift", true), ("Tests/A.swift", true),
      ("transcripts/readme.txt", true), ("Sources/EventLoop/.#Loop.swift", true),
    ] {
      let checkout = try TemporaryCheckout(for: self)
      for path in [
        "Lessons/01-serial-vs-async/Exercises/A.swift", "Lessons/01-serial-vs-async/notes.md",
        "Lessons/02-other/Lesson.swift", "Sources/lessons/main.swift", "Sources/Workbook/A.swift",
        "Sources/bench/A.swift", "Tests/A.swift", "Sources/EventLoop/.#Loop.swift",
      ] {
        try checkout.write(path, "\n")
      }
      try checkout.program("true")
      try checkout.settle()
      XCTAssertTrue(freshness(checkout).isFresh)
      try checkout.setTime(path, 3000)
      XCTAssertEqual(freshness(checkout).isFresh, isFresh, path)
    }
  }

  func testAProgramThatIsNotThereIsNotFresh() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.settle()
    XCTAssertFalse(freshness(checkout).isFresh)
    freshness(checkout).setStamp(.max)
    XCTAssertFalse(freshness(checkout).isFresh)
  }

  func testTheStampSavesBuildsThatChangeNothing() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.program("true")
    try checkout.settle()
    try checkout.setTime("Package.swift", 3000)
    XCTAssertFalse(freshness(checkout).isFresh)
    freshness(checkout).setStamp(freshness(checkout).newestSource)
    XCTAssertTrue(freshness(checkout).isFresh)
    try checkout.setTime("Package.swift", 3001)
    XCTAssertFalse(freshness(checkout).isFresh)
  }

  func testADamagedStampIsNoStamp() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.program("true")
    try checkout.settle()
    try checkout.write(".build/debug/serial-vs-async.stamp", "rubbish")
    try checkout.setTime("Package.swift", 3000)
    XCTAssertFalse(freshness(checkout).isFresh)
  }

  private func freshness(_ checkout: TemporaryCheckout) -> Freshness {
    let lesson = CatalogueLesson(Syllabus.serialVersusAsync, in: checkout.checkout)
    return Freshness(
      of: lesson, in: checkout.checkout, builtIn: BuildFolder(checkout.checkout, executable: nil))
  }
}
