import Console
import XCTest

@testable import Workbook

final class FreshnessTests: XCTestCase {
  func testOnlyWhatTheLessonIsBuiltFromMakesItStale() throws {
    for (path, isFresh) in [
      ("Package.swift", false), ("Sources/EventLoop/Loop.swift", false), ("Sources/EventLoop", false),
      ("Lessons/01-serial-vs-async/Lesson.swift", false),
      ("Lessons/01-serial-vs-async/Story/Bars.swift", false), ("Lessons/01-serial-vs-async/Story", false),
      ("Lessons/01-serial-vs-async", false), ("Lessons/01-serial-vs-async/Exercises/A.swift", true),
      ("Lessons/01-serial-vs-async/Grading/A/Mistakes.swift", true),
      ("Lessons/01-serial-vs-async/notes.md", true),
      ("Lessons/02-other/Lesson.swift", true), ("Sources/lessons/main.swift", true),
      ("Sources/Workbook/A.swift", true), ("Sources/Reading/A.swift", true), ("Sources/bench/A.swift", true),
      ("Sources/play/A.swift", true), ("Sources/workshop/A.swift", true), ("Sources/reader/A.swift", true),
      ("Tests/A.swift", true),
      ("transcripts/readme.txt", true), ("Sources/EventLoop/.#Loop.swift", true),
    ] {
      let checkout = try TemporaryCheckout(for: self)
      for path in [
        "Lessons/01-serial-vs-async/Exercises/A.swift", "Lessons/01-serial-vs-async/notes.md",
        "Lessons/01-serial-vs-async/Story/Bars.swift", "Lessons/01-serial-vs-async/Grading/A/Mistakes.swift",
        "Lessons/02-other/Lesson.swift", "Sources/lessons/main.swift", "Sources/Workbook/A.swift",
        "Sources/Reading/A.swift", "Sources/bench/A.swift", "Sources/play/A.swift",
        "Sources/workshop/A.swift", "Sources/reader/A.swift",
        "Tests/A.swift",
        "Sources/EventLoop/.#Loop.swift",
      ] {
        try checkout.write(path, "\n")
      }
      try checkout.program("true")
      try checkout.settle()
      XCTAssertTrue(try freshness(checkout).isFresh)
      try checkout.setTime(path, 3000)
      XCTAssertEqual(try freshness(checkout).isFresh, isFresh, path)
      try freshness(checkout).setStamp(freshness(checkout).sources)
      XCTAssertTrue(try freshness(checkout).isFresh)
      try checkout.setTime(path, 500)
      XCTAssertEqual(try freshness(checkout).isFresh, isFresh, "\(path): a change with an older time")
    }
  }

  func testAProgramThatIsNotThereIsNotFresh() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.settle()
    XCTAssertFalse(try freshness(checkout).isFresh)
    try freshness(checkout).setStamp(freshness(checkout).sources)
    XCTAssertFalse(try freshness(checkout).isFresh)
  }

  func testTheStampSavesBuildsThatChangeNothing() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.program("true")
    try checkout.settle()
    try checkout.setTime("Package.swift", 3000)
    XCTAssertFalse(try freshness(checkout).isFresh)
    try freshness(checkout).setStamp(freshness(checkout).sources)
    XCTAssertTrue(try freshness(checkout).isFresh)
  }

  func testADamagedStampIsNoLicence() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.program("true")
    try checkout.settle()
    XCTAssertTrue(try freshness(checkout).isFresh)
    try checkout.write(checkout.built("serial-vs-async.stamp"), "rubbish")
    XCTAssertFalse(try freshness(checkout).isFresh)
  }

  func testAnExerciseIsBuiltFromItsOwnFilesAlone() throws {
    for (path, isFresh) in [
      ("Exercises/A.swift", false), ("Exercises/Kit/A+Database.swift", false), ("Grading/A", false),
      ("Grading/A/Mistakes.swift", false), ("Exercises/B.swift", true), ("Exercises/Kit/B+Page.swift", true),
      ("Grading/B/Mistakes.swift", true), ("Lesson.swift", true), ("Exercises", true),
    ] {
      let checkout = try TemporaryCheckout(for: self)
      let folder = "Lessons/01-serial-vs-async"
      for name in ["A", "B"] {
        try checkout.write("\(folder)/Exercises/\(name).swift", "\n")
        try checkout.write("\(folder)/Grading/\(name)/Mistakes.swift", "\n")
      }
      try checkout.write("\(folder)/Exercises/Kit/A+Database.swift", "\n")
      try checkout.write("\(folder)/Exercises/Kit/B+Page.swift", "\n")
      try checkout.program("true", at: checkout.built("exercise-a"))
      try checkout.settle()
      let exercise = CatalogueExercise(
        lesson: Syllabus.serialVersusAsync, name: "a", position: 1, question: "",
        file: "\(folder)/Exercises/A.swift")
      let build = try checkout.checkout.build
      func freshness() -> Freshness { exercise.build(in: checkout.checkout, build).freshness }
      XCTAssertTrue(freshness().isFresh)
      try checkout.setTime("\(folder)/\(path)", 3000)
      XCTAssertEqual(freshness().isFresh, isFresh, path)
      if path == "Exercises/A.swift" {
        try FileManager.default.removeItem(at: checkout.checkout.url("\(folder)/\(path)"))
        XCTAssertFalse(freshness().isFresh, "the file is gone")
      }
    }
  }

  /// The compiler's record tells times apart by the second: a file that was saved again in the second of the last build, or has an
  /// older time, is compiled only if the record is gone.
  func testTheCompilersRecordIsNotTrustedWithinASecond() throws {
    for (time, isKept) in [(3000.0, true), (2001, true), (2000.9, false), (2000, false), (500, false)] {
      let checkout = try TemporaryCheckout(for: self)
      let record = try checkout.built("AExercise.build/primary.priors")
      let file = "Lessons/01-serial-vs-async/Exercises/A.swift"
      try checkout.write(file, "\n")
      try checkout.write("Lessons/01-serial-vs-async/Grading/A/Mistakes.swift", "\n")
      try checkout.write(record, "")
      try checkout.program("true", at: checkout.built("exercise-a"))
      try checkout.settle()
      let exercise = CatalogueExercise(
        lesson: Syllabus.serialVersusAsync, name: "a", position: 1, question: "", file: file)
      var build = exercise.build(in: checkout.checkout, try checkout.checkout.build)
      build.swift = "/bin/true"
      build.freshness.setStamp(build.freshness.sources)
      try checkout.setTime(file, time)
      XCTAssertEqual(try build.run { _, _ in }, .ready)
      XCTAssertEqual(
        FileManager.default.fileExists(atPath: checkout.checkout.url(record).path), isKept, "\(time)")
    }
  }

  private func freshness(_ checkout: TemporaryCheckout) throws -> Freshness {
    let folder = "Lessons/\(Syllabus.serialVersusAsync.folder)"
    return Freshness(
      of: "serial-vs-async", from: [folder], except: ["\(folder)/Exercises", "\(folder)/Grading"],
      in: checkout.checkout, builtIn: try checkout.checkout.build)
  }
}
