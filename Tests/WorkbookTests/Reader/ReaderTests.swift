import Console
import LessonKit
import XCTest

@testable import Reading
@testable import Workbook

final class ReaderTests: XCTestCase {
  private static let transcript = """
    Course: A course
    Chapter: Waiting
    Lecture: One kitchen
    Retold for: cooks

    00:00 The kitchen has one cook, and the oven needs nobody beside it while the bread is in.
    00:07 So the cook goes on with the soup – “at once”.
    00:12 Both are ready sooner.
    00:15 That is all. It is simple, and
    00:18 it is enough.
    """
  private static let claims =
    #"Claim("together", at: "00:12", "Together they take as long as the bread.", unit: "×")"#
  private static let kitchen = """
    /// A kitchen.
    struct Kitchen {
      // [00:00] [00:12] One cook does it all, one dish after another or one while another is in the oven, as it comes.
      func cook(_ dishes: [Dish]) async -> [Meal] {
        await bake(dishes)  // {

      }

      // [00:07]
      func stir() { print("soup") }
    }
    """

  func testTheKeywordsThatTheBookColoursStandOut() {
    let code = CodeText(style: TextStyle(color: true), columns: 80, language: .swift)
    XCTAssertEqual(
      code.lines(SourceText("package actor site").lines),
      ["\u{1B}[1mpackage\u{1B}[0m \u{1B}[1mactor\u{1B}[0m site"])
  }

  func testBelowOneAnotherOnANarrowPage() {
    XCTAssertEqual(
      page(width: 80),
      """
      1 · Three requests, one thread
      A course · Waiting · One kitchen
      Retold for cooks.
      ○ is a claim of the lecture: run the lesson to see whether it holds.

      00:00  The kitchen has one cook, and the oven needs nobody beside it while the
             bread is in.

          Kitchen.swift:3
          // One cook does it all, one dish after another or one while another is in
          // the oven, as it comes.
          func cook(_ dishes: [Dish]) async -> [Meal] {
            await bake(dishes)  // {

          }

      00:07  So the cook goes on with the soup – “at once”.

          Kitchen.swift:10
          func stir() { print("soup") }

      00:12  Both are ready sooner.
             ○ Together they take as long as the bread.
             Kitchen.swift:3 (above, at 00:00)
      00:15  That is all. It is simple, and it is enough.
      """)
  }

  func testBesideOneAnotherOnAWidePage() {
    XCTAssertEqual(
      page(width: 140),
      """
      1 · Three requests, one thread
      A course · Waiting · One kitchen
      Retold for cooks.
      ○ is a claim of the lecture: run the lesson to see whether it holds.

      00:00  The kitchen has one cook, and the oven needs nobody     │ Kitchen.swift:3
             beside it while the bread is in.                        │ // One cook does it all, one dish after another or one while another is in
                                                                     │ // the oven, as it comes.
                                                                     │ func cook(_ dishes: [Dish]) async -> [Meal] {
                                                                     │   await bake(dishes)  // {
                                                                     │
                                                                     │ }

      00:07  So the cook goes on with the soup – “at once”.          │ Kitchen.swift:10
                                                                     │ func stir() { print("soup") }

      00:12  Both are ready sooner.                                  │ ○ Together they take as long as the bread.
                                                                     │ Kitchen.swift:3 (above, at 00:00)
      00:15  That is all. It is simple, and it is enough.
      """)
  }

  func testTwoColumnsBeginAt100Columns() {
    XCTAssertFalse(page(width: 99).contains("│"))
    XCTAssertTrue(page(width: 100).contains("│"))
  }

  func testSayingsWithoutCodeStandBesideTheCodeAboveOnlyIfAllOfThemDoes() {
    func rows(_ count: Int) -> [String] {
      let code = (1...count).map { "  line(\($0))" }.joined(separator: "\n")
      return page(width: 100, code: "// [00:00]\nfunc f() {\n\(code)\n}\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
    }
    // 00:07 takes one line of text.
    XCTAssertTrue(rows(1).contains { $0.hasPrefix("00:07") && $0.contains("│   line(1)") })
    XCTAssertTrue(
      rows(9).contains { $0.hasPrefix("00:12") && $0.contains("│ ○ ") }, "a claim is with its cue")
    let lines = page(
      width: 100, code: "// [00:00]\nfunc f() {\n  a()\n}\n",
      transcript: "00:00 One.\n00:07 \(String(repeating: "Two is long, ", count: 20)) it is.\n00:12 Three."
    ).split(separator: "\n", omittingEmptySubsequences: false)
    XCTAssertTrue(lines.contains { $0.hasPrefix("00:07") && !$0.contains("│") })
  }

  func testCodeIsAlwaysBesideOrRightBelowWhatIsSaidWithIt() {
    let wide = "func f() { \(String(repeating: "soup ", count: 15)) }"
    let code =
      "// [00:00]\nfunc a() {\n  b()\n  c()\n  d()\n  e()\n}\n\n// [00:07]\n\(wide)\n\n// [00:12]\ng()\n\n// [00:15]\nh()\n"
    let lines = page(width: 100, code: code).split(separator: "\n", omittingEmptySubsequences: false)
    let row = lines.firstIndex { $0.hasPrefix("00:07") }!
    XCTAssertEqual(
      lines[(row - 1)...(row + 5)].map { $0.trimmed.prefix(13) },
      [
        "", "00:07  So the", "", "Kitchen.swift", "func f() { so", "", "00:12  Both a",
      ])
    for time in ["00:00", "00:12", "00:15"] {
      XCTAssertTrue(lines.contains { $0.hasPrefix(time) && $0.contains("│ ") }, time)
    }
  }

  func testNoLineIsWiderThanThePageAndNoCodeIsLost() {
    let words = (1...60).map { "soup\($0)" }
    let wide = Self.kitchen.replacing("\"soup\"", with: "\"\(words.joined(separator: " "))\"")
    for width in [40, 80, 100, 110, 140, 200] {
      let page = page(width: width, code: wide)
      XCTAssertEqual(
        page.split(separator: "\n").filter { DisplayWidth.of(String($0)) > width }, [], "\(width)")
      XCTAssertEqual(words.filter { !page.contains($0) }, [], "\(width)")
      XCTAssertFalse(page.contains("…"))
    }
  }

  func testACommentIsWrappedAsAWhole() {
    let code = """
      // [00:00] One line that is wider than a narrow page has room for, so that it is
      // wrapped, and what comes next
      // goes on behind it.
      //
      // - This does not.
      f()
      """
    XCTAssertTrue(
      page(width: 60, code: code).contains(
        """
            // One line that is wider than a narrow page has room
            // for, so that it is wrapped, and what comes next goes
            // on behind it.
            //
            // - This does not.
            f()
        """))
  }

  func testAClaimHasItsVerdictAndFigureOnceTheLessonHasRun() {
    for (verdict, measured, line) in [
      (Verdict.holds, 1.1, "✓ Together they take as long as the bread. (1.1 ×)"),
      (.corrected, 1.5, "≈ Together they take as long as the bread. (1.5 ×; imprecise)"),
      (.fails, 2, "✗ Together they take as long as the bread. (2 ×; bound: at most 1.5 ×)"),
      (.notMeasured, nil, "– Together they take as long as the bread. (not measured)"),
    ] as [(Verdict, Double?, String)] {
      let record = ClaimRecord(
        id: "together", lecture: "l", at: "00:12", statement: "S.", measured: measured, unit: "×",
        bound: Bound(max: 1.5), verdict: verdict, because: "B.")
      let page = page(width: 140, report: LastReport(time: "virtual", claims: [record]))
      XCTAssertTrue(page.contains("│ \(line)\n"), page)
      XCTAssertTrue(page.contains("\nThe verdicts are those of your last run, in virtual time.\n"))
    }
  }

  func testASCIIOnlyPage() {
    for width in [80, 140] {
      let text = page(width: width, ascii: true)
      XCTAssertEqual(text.filter { !$0.isASCII }, "")
      XCTAssertTrue(text.contains("\"at once\""))
    }
  }

  func testColoursChangeNothingButColours() {
    let plain = page(width: 140)
    let coloured = page(width: 140, color: true)
    XCTAssertTrue(coloured.contains("\u{1B}[1mfunc\u{1B}[0m"))
    XCTAssertTrue(coloured.contains("\u{1B}[2m// {\u{1B}[0m"))
    XCTAssertEqual(coloured.replacing(/\x{1B}\[\d+m/, with: ""), plain)
  }

  func testRemarksNameDamagedLinesAndMarksWithoutCue() {
    let text = LessonText(
      Syllabus.serialVersusAsync,
      transcript: TranscriptParser.parse(Self.transcript + "\n00:99 Oops.", file: "transcripts/k.txt")[0],
      sources: LessonSources(
        of: "serial-vs-async", in: "Lessons/1",
        ideas: [("Lessons/1/Kitchen.swift", "\n// [00:13] Nothing.\nfunc f() {}\n")]))
    XCTAssertEqual(
      text.remarks,
      [
        "transcripts/k.txt:11: '00:99' is no time: seconds end at 59", "  00:99 Oops.",
        "Kitchen.swift:2: the mark [00:13] names a time at which no cue of the transcript begins",
      ])
  }

  private func page(
    width: Int, color: Bool = false, ascii: Bool = false, code: String = kitchen,
    transcript: String = transcript,
    report: LastReport? = nil
  ) -> String {
    let text = LessonText(
      Syllabus.serialVersusAsync, transcript: TranscriptParser.parse(transcript, file: "k.txt")[0],
      sources: LessonSources(
        of: "serial-vs-async", in: "Lessons/1", ideas: [("Lessons/1/Kitchen.swift", code)],
        claims: [("Lessons/1/Story/Claims.swift", Self.claims)]),
      report: report)
    let lines = Reader.lines(text, TextStyle(width: width, color: color, ascii: ascii))
    return lines.joined(separator: "\n")
  }
}
