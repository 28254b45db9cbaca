import Console
import Foundation
import Processes
import TestSupport
import XCTest

@testable import Reading
@testable import Workbook

/// `lessons import`: the reader's own transcripts, in every form that they come in, whole or not at all.
final class ImportTests: XCTestCase {
  private static let retelling =
    "Course: C\nLecture: On waiting\nRetold for: you\n\n00:00 It begins\n00:03 here. And it\n00:07 goes on, until it\n00:12 ends.\n"
  private static let kept = ".lessons/transcripts/visualizing-an-asynchronous-request.txt"

  private func made() throws -> TemporaryCheckout {
    let made = try TemporaryCheckout(for: self, transcript: Self.retelling)
    try made.installReader()
    try made.write(
      "Lessons/01-serial-vs-async/A.swift", "// [00:07] An idea.\nlet a = 1\n")
    return made
  }

  func testReadsEveryForm() throws {
    let cues = ["00:00 Ein Café", "00:03 opens.", "00:07 It goes on", "00:12 and ends."]
    let lines = cues.joined(separator: "\n") + "\n"
    let subtitles = cues.enumerated().map { number, cue in
      "\(number + 1)\n00:\(cue.prefix(5)),500 --> 00:00:59,000\n\(cue.dropFirst(6))\n\n"
    }
    let forms: [(name: String, bytes: Data)] = [
      ("lines", Data(lines.utf8)),
      ("m:ss", Data(lines.replacing("00:", with: "0:").utf8)),
      ("h:mm:ss", Data(cues.map { "0:\($0)\n" }.joined().utf8)),
      ("paragraphs", Data("00:00 Ein Café\nopens.\n\n00:07 It goes on\nand on\n\n00:12 and ends.\n".utf8)),
      (
        "a page",
        Data(
          ("C Transcripts\nChapter: D\nLecture: Concept: On waiting\n\nLogin or purchase this course to go on.\n"
            + "00:00 Ein Café\nopens.\nTalk Python's Mastodon\n").utf8)
      ),
      ("CR LF", Data(lines.replacing("\n", with: "\r\n").utf8)),
      ("CR", Data(lines.replacing("\n", with: "\r").utf8)),
      ("a byte order mark", Data([0xEF, 0xBB, 0xBF] + Array(lines.utf8))),
      ("Latin-1", try XCTUnwrap(lines.data(using: .isoLatin1))),
      ("UTF-16", try XCTUnwrap(lines.data(using: .utf16))),
      ("SRT", Data(subtitles.joined().utf8)),
      ("WebVTT", Data(("WEBVTT\n\n" + subtitles.joined().replacing(",", with: ".")).utf8)),
    ]
    for (name, bytes) in forms {
      let made = try made()
      try bytes.write(to: made.root.appendingPathComponent("x.txt"))
      let launched = try Launched.run("import", "x.txt", in: made.root)
      XCTAssertEqual(launched.status, 0, "\(name): \(launched.errors)")
      let read = try Launched.run("read", "1", in: made.root)
      XCTAssertTrue(read.output.contains("Ein Café"), "\(name): \(read.output)")
      XCTAssertTrue(read.output.contains("An idea."), "\(name): \(read.output)")
      XCTAssertFalse(read.output.contains("Talk Python"), name)
      XCTAssertEqual(read.errors, "", name)
      XCTAssertTrue(
        try Launched.run("read", "1", "--retelling", in: made.root).output.contains("It begins here."), name)
    }
  }

  func testRefusesWhatIsDamagedWholeAndKeepsWhatThereWas() throws {
    let made = try made()
    try made.write("good.txt", "00:00 Mine.\n00:03 Really.\n00:12 So.\n")
    XCTAssertEqual(try Launched.run("import", "good.txt", in: made.root).status, 0)
    let before = try String(contentsOf: made.root.appendingPathComponent(Self.kept), encoding: .utf8)
    let large = made.root.appendingPathComponent("large.txt")
    XCTAssertTrue(FileManager.default.createFile(atPath: large.path, contents: nil))
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: UInt64(TranscriptFile.sizeLimit) + 1)
    try handle.close()
    try Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 167) }).write(
      to: made.root.appendingPathComponent("noise.txt"))
    try made.write("back.txt", "00:05 a\n00:03 b\n00:12 c\n")
    try made.write("time.txt", "00:00 a\n00:3O b\n00:12 c\n")
    try made.write("overlap.vtt", "WEBVTT\n\n00:05.000 --> 00:09.000\na\n\n00:03.000 --> 00:07.000\nb\n")
    try made.write("prose.txt", "There is no time in here.\n")
    try made.write("own.txt", Self.retelling)
    try made.write("other.txt", "00:01 a\n00:02 b\n09:12 c\n")
    try made.write("empty/readme", "\n")
    for (file, word) in [
      ("large.txt", "too large"), ("noise.txt", "not a text file"),
      ("back.txt", "back.txt:2: 00:03 comes after"),
      ("time.txt", "time.txt:2:"), ("overlap.vtt", "overlap.vtt:6: 00:03 comes after"),
      ("prose.txt", "no cue"),
      ("own.txt", "own retelling"), ("other.txt", "none of the workbook's lectures"),
      ("empty", "no transcript in"),
      ("missing.txt", "no file"), ("/dev/zero", "cannot be read"), ("../nowhere/../x.txt", "no file"),
    ] {
      let launched = try Launched.run("import", "--as", "1", file, in: made.root)
      if file == "other.txt" {
        // Named, it is taken; unnamed, it is not.
        XCTAssertEqual(launched.status, 0, launched.errors)
        XCTAssertEqual(try Launched.run("import", "good.txt", in: made.root).status, 0)
        let unnamed = try Launched.run("import", file, in: made.root)
        XCTAssertEqual(unnamed.status, ExitStatus.unavailable.rawValue)
        XCTAssertTrue(unnamed.errors.contains(word), unnamed.errors)
        XCTAssertTrue(
          try Launched.run("read", "--transcript", file, in: made.root).output.contains("00:01  a b c"))
      } else {
        XCTAssertNotEqual(launched.status, 0, file)
        XCTAssertTrue(launched.errors.contains(word), "\(file): \(launched.errors)")
      }
      XCTAssertEqual(
        try String(contentsOf: made.root.appendingPathComponent(Self.kept), encoding: .utf8), before, file)
    }
    XCTAssertEqual(
      try FileManager.default.contentsOfDirectory(
        atPath: made.root.appendingPathComponent(".lessons/transcripts").path
      )
      .count, 1)
  }

  func testListsAndRemoves() throws {
    let made = try made()
    try made.write("mine/on-waiting.srt", "1\n00:00:00,000 --> 00:00:03,000\nMine.\n")
    XCTAssertEqual(try Launched.run("import", "--as", "serial", "mine", in: made.root).status, 0)
    XCTAssertTrue(
      try Launched.run("import", "--list", in: made.root).output.contains("your copy, \(Self.kept)"))
    XCTAssertEqual(
      try Launched.run("import", "--remove", "1", in: made.root).output,
      "Lesson 1 shows the retelling again.\n")
    XCTAssertTrue(try Launched.run("import", "--list", in: made.root).output.contains("retold"))
    XCTAssertFalse(FileManager.default.fileExists(atPath: made.root.appendingPathComponent(Self.kept).path))
  }
}
