import Console
import XCTest

@testable import Reading
@testable import Workbook

/// How cues become sentences.
final class PassageTests: XCTestCase {
  func testASentenceTakesTheTimeOfItsFirstWord() {
    XCTAssertEqual(
      passages(
        "00:00 One begins", "00:02 and goes on,", "00:04 and ends. Two begins", "00:06 here.", "00:09 Three."),
      [
        "00:00 One begins and goes on, and ends. [00:02]", "00:04 Two begins here. [00:06]",
        "00:09 Three. []",
      ])
  }

  func testSentencesThatBeginInTheSameCueStayTogether() {
    XCTAssertEqual(
      passages("00:00 It is simple. Is it? We shall", "00:03 see. No one", "00:05 knows."),
      ["00:00 It is simple. Is it? We shall see. []", "00:03 No one knows. [00:05]"])
  }

  func testNotEveryFullStopEndsASentence() {
    for inside in [
      "by 8.33 % it", "Node.js does", "e.g. Swift does", "i.e. Swift does", "`a. B` does",
      "Donald E. Knuth does",
      "version 6.3 does", "`loop.run()` does", "Dr. Who does", "etc. and it", "what? he said, and it",
    ] {
      XCTAssertEqual(passages("00:00 Then", "00:02 \(inside)", "00:04 end.").count, 1, inside)
    }
    for end in [
      "this. Then", "this! Then", "this? Then", "this.” Then", "this.) Then", "`this`. Then",
      "this … 200 users",
      "this. `await` does", "“this.” “Then", "8.33 %. Then", "in C. Then", "as I. Then",
    ] {
      XCTAssertEqual(passages("00:00 Then", "00:02 \(end)", "00:04 end.").count, 2, end)
    }
  }

  func testASentenceMayBeginInLowerCaseWhereACueDoes() {
    XCTAssertEqual(passages("00:00 It waits.", "00:02 asyncio does not.").count, 2)
    XCTAssertEqual(passages("00:00 It waits, e.g.", "00:02 asyncio does not.").count, 1)
  }

  func testWithoutFullStopsAPassageEndsWithACueAfter400Characters() {
    let cues = (0..<60).map { "00:\($0 < 10 ? "0" : "")\($0) so this goes on and on" }
    let found = Transcript(cues: cues.map(cue)).passages
    XCTAssertGreaterThan(found.count, 2)
    XCTAssertEqual(found.flatMap(\.times).count, 60)
    XCTAssertTrue(found.allSatisfy { $0.text.count < 500 })
  }

  func testNoWordAndNoTimeIsLost() {
    for cues in [
      ["00:00", "00:01 a"], ["00:00 a.", "00:00 B", "00:01 c."], ["00:05 A", "00:02 b. C", "00:02"], [],
    ] {
      let found = Transcript(cues: cues.map(cue)).passages
      let words = cues.flatMap { $0.split(separator: " ").dropFirst() }
      XCTAssertEqual(found.flatMap { $0.text.split(separator: " ") }, words)
      XCTAssertEqual(Set(found.flatMap(\.times)), Set(cues.map { cue($0).time }))
    }
  }

  /// The passages as time, text, and the further times.
  private func passages(_ cues: String...) -> [String] {
    Transcript(cues: cues.map(cue)).passages.map { passage in
      "\(passage.time) \(passage.text) [\(passage.times.dropFirst().map(\.description).joined(separator: " "))]"
    }
  }

  private func cue(_ line: String) -> Transcript.Cue {
    Transcript.Cue(time: Timestamp(line.prefix(5))!, text: line.dropFirst(5).trimmed, line: 1)
  }
}
