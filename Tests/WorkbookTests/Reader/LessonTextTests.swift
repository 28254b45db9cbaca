import Console
import XCTest

@testable import Reading
@testable import Workbook

/// What belongs to what.
final class LessonTextTests: XCTestCase {
  func testATimeBelongsToThePassageThatBeginsThenOrElseContainsIt() {
    let text = text(
      "// [00:00] One.\nf()\n\n// [00:02] [00:04] Two.\ng()\n\n// [00:06] [00:04] Three.\nh()\n",
      cues: "00:00 One is", "00:02 long. Two is,", "00:04 too,", "00:06 as it seems.")
    XCTAssertEqual(
      text.passages.map { $0.regions.map(\.firstLine) }, [[1], [4, 7]], "and each region is there once")
    XCTAssertEqual(text.remarks, [])
  }

  func testMarksAndClaimsThatNoCueHasAreNamed() {
    let text = text(
      "\n// [00:05] [09:00] One.\nfunc f() {}\n// [end]\n// [end]\n",
      claims: "Claim(\"a\", at: \"00:07\", \"A.\")", cues: "00:00 One.")
    XCTAssertEqual(
      text.remarks,
      [
        "A.swift:5: the [end] ends nothing: no mark comes before it",
        "A.swift:2: the mark [00:05] names a time at which no cue of the transcript begins",
        "A.swift:2: the mark [09:00] names a time at which no cue of the transcript begins",
        "Story/Claims.swift:1: the claim [00:07] names a time at which no cue of the transcript begins",
      ])
  }

  func testAClaimHasTheVerdictOfTheLastRun() throws {
    let made = try TemporaryCheckout(
      for: self, transcript: "Course: C\nLecture: L\n\n00:00 It begins\n00:41 here.\n")
    let folder = "Lessons/01-serial-vs-async"
    func claims() throws -> [String] {
      let text = try LessonText(reading: Catalogue(made.checkout).lesson("1"), in: made.checkout)
      return text.passages[0].claims.map { "\($0.id) \($0.statement) \($0.record?.verdict.rawValue ?? "-")" }
    }
    XCTAssertEqual(try claims(), [])
    try made.write(".lessons/reports/serial-vs-async.json", SampleReport.json(verdict: "corrected"))
    XCTAssertEqual(try claims(), ["a It waits. corrected"], "the run alone, where the sources tell nothing")
    try made.write(
      "\(folder)/Story/Claims.swift",
      "Claim(\"a\", at: \"00:41\", \"It really waits.\")\nClaim(\"new\", at: \"00:00\", \"New.\")\n")
    XCTAssertEqual(try claims(), ["a It really waits. corrected", "new New. -"])
    try made.write(".lessons/reports/serial-vs-async.json", "{ damaged")
    XCTAssertEqual(try claims(), ["a It really waits. -", "new New. -"])
  }

  func testReadsIdeasInBothLanguagesAndWhatIsMarkedInTheWorkbooksOwnSources() throws {
    let made = try TemporaryCheckout(for: self, transcript: "Course: C\nLecture: L\n\n00:00 It begins.\n")
    let mark = "// [00:00] Code.\nfunc f() {}\n"
    let lesson = "Lessons/01-serial-vs-async"
    for name in ["Zoo.swift", "Ark.swift", "Ark.stub", ".Ark.swift", "Story/Part.swift", "Grading/A.swift"] {
      try made.write("\(lesson)/\(name)", mark)
    }
    try made.write("\(lesson)/Python/zoo.py", "# [00:00]\nprint()\n")
    try made.write("Sources/EventLoop/Loop.swift", "// [serial-vs-async 00:00] Loop.\nfunc g() {}\n\n" + mark)
    try made.write("Sources/EventLoop/Other.swift", "// [core-usage 00:00] Loop.\nfunc g() {}\n")
    let text = try LessonText(reading: Catalogue(made.checkout).lesson("1"), in: made.checkout)
    XCTAssertEqual(
      text.passages[0].regions.map(\.place),
      ["Ark.swift:1", "Zoo.swift:1", "Python/zoo.py:2", "Sources/EventLoop/Loop.swift:1"])
    XCTAssertEqual(text.passages[0].regions[0].file.path, "\(lesson)/Ark.swift")
    XCTAssertEqual(text.remarks, [])
  }

  private func text(_ code: String, claims: String = "", cues: String...) -> LessonText {
    LessonText(
      Syllabus.serialVersusAsync,
      transcript: TranscriptParser.parse(cues.joined(separator: "\n"), file: "t")[0],
      sources: LessonSources(
        of: "serial-vs-async", in: "Lessons/1", ideas: [("Lessons/1/A.swift", code)],
        claims: [("Lessons/1/Story/Claims.swift", claims)]))
  }
}
