import Console
import Foundation
import Report
import TestSupport
import Workbook
import XCTest

@testable import book

/// `lessons book` as its program does it, in a checkout of its own, with shell scripts for two lessons.
final class BookCommandTests: XCTestCase {
  private var root = URL(filePath: "/")
  private static let lessons = [Syllabus.serialVersusAsync, Syllabus.coreUsage]

  override func setUpWithError() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "checkout-\(UUID().uuidString)")
    let real = SampleBook.checkout
    for path in Self.lessons.flatMap({ ["Lessons/\($0.folder)", "transcripts/\($0.lecture).txt"] }) + [
      "Sources/book"
    ] {
      let copy = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: real.url(path), to: copy)
    }
    try write("Package.swift", "// none\n")
    for lesson in try SampleBook.book.get().lessons where Self.lessons.contains(lesson.entry) {
      try write("\(lesson.entry.id).json", try lesson.report.json)
      try program(
        built(lesson.entry.id),
        "echo \"\(lesson.entry.id) $*\" >> '\(root.path)/asked'; cat '\(root.path)/\(lesson.entry.id).json'")
    }
    // Nothing is to be built: everything is up to date.
    try program("bin/swift", "echo built >> '\(root.path)/asked'; exit 9")
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let seconds: Double = path.hasPrefix(".build") ? 2000 : 1000
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: seconds)],
        ofItemAtPath: root.appending(path: path).path)
    }
  }

  override func tearDown() { try? FileManager.default.removeItem(at: root) }

  private func write(_ path: String, _ text: String) throws {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func program(_ path: String, _ script: String) throws {
    try write(path, "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: root.appending(path: path).path)
  }

  /// Where the program that was built beside the tests looks for another.
  private func built(_ name: String) throws -> String {
    let folder = BuildFolder(Checkout(root: root), executable: URL(filePath: try Executable("book").path))
    return ".build/\(folder.configuration.rawValue)/\(name)"
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private func run(_ words: String...) throws -> Executable.Outcome {
    try Executable("book").run(
      words,
      environment: [
        "PATH": "\(root.appending(path: "bin").path):/usr/bin:/bin", "HOME": "/nonexistent",
        "LANG": "C.UTF-8",
      ],
      in: root)
  }

  func testMeasuresEachLessonAndWritesThePages() throws {
    let outcome = try run("--quick", "--output", "out")
    XCTAssertEqual(outcome.status, 0, outcome.errors)
    XCTAssertEqual(outcome.errors, "")
    XCTAssertTrue(outcome.output.hasPrefix("27 claims: "), outcome.output)
    XCTAssertTrue(outcome.output.hasSuffix("The book is at \(root.appending(path: "out/index.html").path)\n"))
    let asked = try text("asked").split(separator: "\n")
    XCTAssertEqual(
      asked.map { $0.prefix { $0 != "/" } },
      Self.lessons.map { "\($0.id) --json --time virtual --report " })
    for page in ["index.html", "serial-vs-async.html", "core-usage.html", "reports/core-usage.json"] {
      XCTAssertFalse(try text("out/\(page)").isEmpty)
    }
    XCTAssertEqual(try text("out/reports/core-usage.json"), try text("core-usage.json") + "\n")
  }

  func testMeasuresInRealTimeUnlessAskedOtherwiseAndWritesToTheWorkbooksFolder() throws {
    XCTAssertEqual(try run().status, 0)
    XCTAssertTrue(try text("asked").hasPrefix("serial-vs-async --json --report "))
    XCTAssertTrue(try text("book/index.html").contains("swift run lessons book</code>"))
  }

  func testOneLessonIsMeasuredAnewAndTheOthersStay() throws {
    XCTAssertEqual(try run("--quick", "--output", "out").status, 0)
    let before = try text("out/core-usage.html")
    try write("asked", "")
    XCTAssertEqual(try run("--quick", "--lesson", "serial", "--output", "out").status, 0)
    XCTAssertEqual(try text("asked").split(separator: "\n").count, 1)
    XCTAssertEqual(try text("out/core-usage.html"), before)

    XCTAssertEqual(try run("--quick", "--lesson", "4", "--output", "new").status, 0)
    XCTAssertFalse(
      FileManager.default.fileExists(atPath: root.appending(path: "new/serial-vs-async.html").path))
    XCTAssertFalse(try text("new/index.html").contains("href=\"serial-vs-async.html"))
  }

  func testAFileOfSomebodyElseIsLeftAlone() throws {
    try write("out/index.html", "mine")
    let outcome = try run("--quick", "--output", "out")
    XCTAssertEqual(outcome.status, 74)
    XCTAssertTrue(outcome.errors.hasPrefix("lessons: "), outcome.errors)
    XCTAssertTrue(outcome.errors.contains("index.html is in the way"), outcome.errors)
    XCTAssertEqual(try text("out/index.html"), "mine")
    XCTAssertThrowsError(try text("asked"), "nothing was measured for a book that cannot be written")
  }

  func testSaysBeforeItMeasuresThatNothingCanBeWritten() throws {
    let outcome = try run("--quick", "--output", "Package.swift/out")
    XCTAssertEqual(outcome.status, 74)
    XCTAssertTrue(outcome.errors.hasPrefix("lessons: the book cannot be written to "), outcome.errors)
    XCTAssertThrowsError(try text("asked"))
  }

  func testSaysWhatIsWrongWithTheCommandLine() throws {
    for (words, message) in [
      (["--quik"], "lessons: there is no option '--quik'\n  Did you mean --quick?\n"),
      (
        ["1"],
        "lessons: 'lessons book' takes options only, not '1'\n  Did you mean --lesson 1, or --output 1?\n"
      ),
      (
        ["--lesson", "serial-vs-asynch"],
        "lessons: there is no lesson 'serial-vs-asynch'\n  Did you mean serial-vs-async?\n"
      ),
    ] {
      let outcome = try Executable("book").run(words, environment: ["PATH": "/usr/bin:/bin"], in: root)
      XCTAssertEqual(outcome.status, 64, "\(words)")
      XCTAssertEqual(outcome.errors, message)
      XCTAssertEqual(outcome.output, "")
    }
  }

  func testOpensThePageWhereThereIsAProgramForIt() throws {
    try program("bin/xdg-open", "echo \"$1\" > '\(root.path)/opened'")
    XCTAssertEqual(try run("--quick", "--open", "--output", "out").errors, "")
    XCTAssertEqual(try text("opened"), root.appending(path: "out/index.html").path + "\n")
    try program("bin/xdg-open", "exit 3")
    let outcome = try run("--quick", "--open", "--output", "out")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertEqual(outcome.errors, "lessons: no browser could be opened here; open the page yourself\n")
  }

  func testALessonThatFailsLeavesTheBookAsItWas() throws {
    XCTAssertEqual(try run("--quick", "--output", "out").status, 0)
    let before = try text("out/index.html")
    try program(built("core-usage"), "exit 5")
    let outcome = try run("--quick", "--output", "out")
    XCTAssertEqual(outcome.status, 69)
    XCTAssertTrue(outcome.errors.contains("core-usage left with status 5"), outcome.errors)
    XCTAssertEqual(try text("out/index.html"), before)
  }

  /// The reader's own copy of an original is theirs: it goes into a book only if they say so.
  func testAnImportedTranscriptIsLeftOutUnlessAskedFor() throws {
    let lecture = Syllabus.coreUsage.lecture
    try write(".lessons/transcripts/\(lecture).txt", "00:00 Their very words.\n01:00 And more.\n")
    XCTAssertEqual(try run("--quick", "--output", "out").status, 0)
    XCTAssertFalse(try text("out/core-usage.html").contains("Their very words."))
    XCTAssertEqual(try run("--quick", "--with-imported", "--output", "out").status, 0)
    XCTAssertTrue(try text("out/core-usage.html").contains("Their very words."))
  }
}
