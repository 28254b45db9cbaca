import XCTest

@testable import Reading
@testable import Workbook

final class TranscriptParserTests: XCTestCase {
  private static let ours = """
    Course: A course
    Chapter: A chapter
    Lecture: A lecture
    Retold for: readers

    00:00 First.
    00:04 Second, at 12:30 o'clock.

    """

  func testReadsOurOwnForm() throws {
    let transcript = try single(Self.ours)
    XCTAssertEqual(transcript.course, "A course")
    XCTAssertEqual(transcript.chapter, "A chapter")
    XCTAssertEqual(transcript.lecture, "A lecture")
    XCTAssertEqual(transcript.retoldFor, "readers")
    XCTAssertEqual(cues(transcript), ["00:00 First.", "00:04 Second, at 12:30 o'clock."])
    XCTAssertEqual(transcript.cues.map(\.line), [6, 7])
    XCTAssertEqual(transcript.problems, [])
  }

  func testReadsAPageAsItIsCopied() throws {
    let transcript = try single(
      """
      Some Course Transcripts
      Chapter: A chapter
      Lecture: A lecture

      Login or purchase this course, they say.
      0:00 One paragraph
      that goes on in the next line.
      0:10 Another.


      Talk Python's Mastodon Somebody's Mastodon
      """)
    XCTAssertEqual(transcript.course, "Some Course")
    XCTAssertEqual(transcript.chapter, "A chapter")
    XCTAssertEqual(
      cues(transcript), ["00:00 One paragraph that goes on in the next line.", "00:10 Another."])
    XCTAssertEqual(transcript.problems, [])
  }

  func testReadsTimesOnLinesOfTheirOwn() throws {
    XCTAssertEqual(
      cues(try single("0:00\nfirst\n0:03\nsecond\n[0:05] third")),
      ["00:00 first", "00:03 second", "00:05 third"])
  }

  func testTakesFilesApartThatWereRunTogether() {
    let expected = [["00:00 One.", "00:42 The end."], ["00:00 Next.", "00:02 More."]]
    for text in [
      "00:00 One.\n00:42 The end.00:00 Next.\n00:02 More.",
      "00:00 One.\n00:42 The end. 00:00 Next.\n00:02 More.",
      "00:00 One.\n00:42 The end.\n00:00 Next.\n00:02 More.",
      "00:00 One.00:42 The end.0:00 Next.0:02 More.",
    ] {
      XCTAssertEqual(TranscriptParser.parse(text, file: "t").map(cues), expected, text)
    }
  }

  func testTakesPagesApartThatWereRunTogether() {
    let page = "Talk Python's Mastodon Somebody's Mastodon"
    let parsed = TranscriptParser.parse(
      "First Transcripts\nLecture: A\n0:00 One.\n\(page)Second Transcripts\nLecture: B\n0:00 Two.\n\(page)",
      file: "t")
    XCTAssertEqual(parsed.map(\.course), ["First", "Second"])
    XCTAssertEqual(parsed.map(\.lecture), ["A", "B"])
    XCTAssertEqual(parsed.map(cues), [["00:00 One."], ["00:00 Two."]])
  }

  func testNamesDamagedLinesAndKeepsTheRest() throws {
    for (damaged, reason) in [
      ("00:75 Too many seconds.", "'00:75' is no time: seconds end at 59"),
      ("0O:07 A letter.", "'0O:07' is no time: write minutes and seconds, as in 01:21"),
      ("00;07 A semicolon.", "'00;07' is no time: write minutes and seconds, as in 01:21"),
      ("00:7 Too short.", "'00:7' is no time: write minutes and seconds, as in 01:21"),
      ("No time at all.", "no time in front: a cue starts with its time, as in 01:21"),
    ] {
      let transcript = try single(Self.ours + damaged + "\n00:09 Third.")
      XCTAssertEqual(
        transcript.problems, [Transcript.Problem(file: "t.txt", line: 8, reason: reason, text: damaged)])
      XCTAssertEqual(transcript.problems.first?.description, "t.txt:8: \(reason)")
      XCTAssertEqual(transcript.cues.count, 3)
      XCTAssertEqual(transcript.cues.last?.text, "Third.")
    }
  }

  func testReportsCuesOutOfOrderOrWithoutTextAndKeepsThem() throws {
    let transcript = try single(Self.ours + "00:02 Too late.\n00:09")
    XCTAssertEqual(
      transcript.problems.map(\.description),
      ["t.txt:8: 00:02 comes after 00:04", "t.txt:9: nothing is said at 00:09"])
    XCTAssertEqual(transcript.cues.map(\.time.seconds), [0, 4, 2, 9])
  }

  func testKeepsEveryWordOfADamagedFile() throws {
    let text = "stray words\n00:00 One.\n99:99 two\nOO:04 three\n00:05 Four\nfive"
    let transcript = try single(text)
    let kept = (transcript.cues.map(\.text) + transcript.problems.map(\.text)).joined(separator: " ")
    for word in ["stray", "words", "One.", "two", "three", "Four", "five"] {
      XCTAssertTrue(kept.contains(word), word)
    }
  }

  func testReadsWhatOtherSystemsWrite() throws {
    let lines = Self.ours.replacing("First", with: "Café “first”")
    let forms: [(String, Data?)] = [
      ("CRLF", Data(lines.replacing("\n", with: "\r\n").utf8)),
      ("CR", Data(lines.replacing("\n", with: "\r").utf8)),
      ("byte order mark", Data([0xEF, 0xBB, 0xBF]) + Data(lines.utf8)),
      ("Windows-1252", lines.data(using: .windowsCP1252)),
      ("UTF-16", lines.data(using: .utf16)),
    ]
    for (name, bytes) in forms {
      let parsed = TranscriptParser.parse(try XCTUnwrap(bytes, name), file: "t")
      XCTAssertEqual(parsed?.first?.cues.first?.text, "Café “first”.", name)
      XCTAssertEqual(parsed?.first?.course, "A course", name)
      XCTAssertEqual(parsed?.first?.cues.count, 2, name)
    }
  }

  func testAnArrowMakesNoSubtitlesOfOurOwnFormOrOfAnOriginal() throws {
    XCTAssertEqual(
      cues(try single(Self.ours + "00:09 From here --> there.\n00:12 --> 00:15 More.")).suffix(2),
      ["00:09 From here --> there.", "00:12 --> 00:15 More."])
    XCTAssertEqual(cues(try single("0:00 From here --> there.\n0:02 More.")).count, 2)
  }

  func testTheTimeItTakesGrowsWithTheTextAlone() {
    for (name, text) in [
      ("lines", "00:00 It is a sentence.\n"), ("glued", "00:00 It ends."), ("colons", "a: b:c "),
      ("pages", "Talk Python's MastodonA Transcripts"), ("plain", "word "), ("blanks", "          "),
      ("subtitles", "1\n00:00:01,000 --> 00:00:02,000\n<i>One & two</i>\n\n"), ("tags", "WEBVTT<i<i"),
    ] {
      func time(_ count: Int) -> Double {
        let text = String(repeating: text, count: count)
        return (0..<3).map { _ in
          let start = clock()
          XCTAssertFalse(TranscriptParser.parse(text, file: "t").isEmpty)
          return Double(clock() - start)
        }.min()!
      }
      // Four times the text takes sixteen times as long where time grows with the square.
      XCTAssertLessThan(time(8000) / max(time(2000), 500), 9, name)
    }
  }

  func testBytesThatAreNoTextAreNoTranscript() {
    XCTAssertNil(TranscriptParser.parse(Data([0xFF, 0xFE, 0x41]), file: "t"), "half a character of UTF-16")
    XCTAssertNil(TranscriptParser.parse(Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]), file: "t"))
  }

  private func single(_ text: String) throws -> Transcript {
    let transcripts = TranscriptParser.parse(text, file: "t.txt")
    XCTAssertEqual(transcripts.count, 1)
    return try XCTUnwrap(transcripts.first)
  }

  private func cues(_ transcript: Transcript) -> [String] {
    transcript.cues.map { "\($0.time) \($0.text)" }
  }
}
