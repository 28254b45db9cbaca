import XCTest

@testable import Reading
@testable import Workbook

final class SubtitleTests: XCTestCase {
  func testReadsWebVTT() {
    let transcript = parse(
      """
      WEBVTT - a lecture

      NOTE nothing
      to see

      STYLE
      ::cue { color: red }

      intro
      00:00.500 --> 00:02.000 align:start
      <v Speaker>Fish &amp; <i>chips</i>,

      01:02:03.000 --> 01:02:05.000
      <00:03.000>over
      two lines
      """)
    XCTAssertEqual(
      transcript.cues.map { "\($0.time) \($0.text)" }, ["00:00 Fish & chips,", "62:03 over two lines"])
    XCTAssertEqual(transcript.problems, [])
  }

  func testReadsSRT() {
    let transcript = parse(
      "1\r\n00:00:00,000 --> 00:00:02,000\r\nOne\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\nTwo < three\r\n"
    )
    XCTAssertEqual(transcript.cues.map { "\($0.time) \($0.text)" }, ["00:00 One", "00:02 Two < three"])
    XCTAssertEqual(transcript.problems, [])
  }

  func testReadsCuesWithoutTheBlankLineBetween() {
    let transcript = parse("1\n00:00:00,000 --> 00:00:02,000\nOne\n2\n00:00:02,500 --> 00:00:04,000\nTwo")
    XCTAssertEqual(transcript.cues.map(\.text), ["One", "Two"])
  }

  func testNamesDamagedTimesAndTextWithoutTimes() {
    let transcript = parse(
      "WEBVTT\n\n00:00.000 --> 00:01.000\nOne\n\n00:xx --> 00:02.000\nTwo\n\nThree\nstands alone\n\n00:04.000 --> 00:05.000\nFour"
    )
    XCTAssertEqual(transcript.cues.map(\.text), ["One", "Four"])
    XCTAssertEqual(
      transcript.problems,
      [
        Transcript.Problem(
          file: "t.vtt", line: 6, reason: "'00:xx' is no time: subtitles write 00:01:21.000",
          text: "00:xx --> 00:02.000 Two"),
        Transcript.Problem(
          file: "t.vtt", line: 9, reason: "no times above it: a cue is preceded by 'from --> to'",
          text: "Three stands alone"),
      ])
  }

  private func parse(_ text: String) -> Transcript {
    let transcripts = TranscriptParser.parse(text, file: "t.vtt")
    XCTAssertEqual(transcripts.count, 1)
    return transcripts[0]
  }
}
