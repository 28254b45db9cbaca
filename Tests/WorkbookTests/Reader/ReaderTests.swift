import Figures
import LessonKit
import Report
import XCTest

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
    00:15 That is all.
    """
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

  func testBelowOneAnotherOnANarrowPage() {
    XCTAssertEqual(
      page(width: 80),
      """
      1 · Three requests, one thread
      A course · Waiting · One kitchen
      Retold for cooks.

      00:00  The kitchen has one cook, and the oven needs nobody beside it while the
             bread is in.

          Kitchen.swift:3
          // [00:00] [00:12] One cook does it all, one dish after another or one while
          // another is in the oven, as it comes.
          func cook(_ dishes: [Dish]) async -> [Meal] {
            await bake(dishes)  // {

          }

      00:07  So the cook goes on with the soup – “at once”.

          Kitchen.swift:10
          func stir() { print("soup") }

      00:12  Both are ready sooner.

          Kitchen.swift:3 (above, at 00:00)

      00:15  That is all.
      """)
  }

  func testBesideOneAnotherOnAWidePage() {
    XCTAssertEqual(
      page(width: 140),
      """
      1 · Three requests, one thread
      A course · Waiting · One kitchen
      Retold for cooks.

      00:00  The kitchen has one cook, and the oven needs nobody       │ Kitchen.swift:3
             beside it while the bread is in.                          │ // [00:00] [00:12] One cook does it all, one dish after another or one
                                                                       │ // while another is in the oven, as it comes.
                                                                       │ func cook(_ dishes: [Dish]) async -> [Meal] {
                                                                       │   await bake(dishes)  // {
                                                                       │
                                                                       │ }
                                                                       │
      00:07  So the cook goes on with the soup – “at once”.            │ Kitchen.swift:10
                                                                       │ func stir() { print("soup") }
                                                                       │
      00:12  Both are ready sooner.                                    │ Kitchen.swift:3 (above, at 00:00)
      00:15  That is all.                                              │
      """)
  }

  func testTwoColumnsBeginAt110Columns() {
    XCTAssertFalse(page(width: 109).contains("│"))
    XCTAssertTrue(page(width: 110).contains("│"))
  }

  func testNoLineOfAWidePageIsWiderThanThePage() {
    let wide = Self.kitchen.replacing(
      "print(\"soup\")", with: "print(\"\(String(repeating: "soup ", count: 40))\")")
    for width in [110, 117, 140, 200] {
      let lines = page(width: width, code: wide).split(separator: "\n")
      XCTAssertEqual(lines.filter { DisplayWidth.of(String($0)) > width }, [], "\(width)")
      XCTAssertTrue(lines.contains { $0.hasSuffix("…") }, "\(width)")
    }
    XCTAssertTrue(
      page(width: 80, code: wide).contains("soup soup \") }"), "code is not cut where it stands below")
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
      sources: [("Kitchen.swift", "\n// [00:13] Nothing.\nfunc f() {}\n")])
    XCTAssertEqual(
      text.remarks,
      [
        "transcripts/k.txt:10: '00:99' is no time: seconds end at 59", "  00:99 Oops.",
        "Kitchen.swift:2: the mark [00:13] names a time at which no cue of the transcript begins",
      ])
  }

  func testReadsFoldersWithinAndWhatIsMarkedInTheWorkbooksOwnSources() throws {
    let made = try TemporaryCheckout(for: self, transcript: "Course: C\nLecture: L\n\n00:00 It begins.\n")
    let mark = "// [00:00] Code.\nfunc f() {}\n"
    let lesson = "Lessons/01-serial-vs-async"
    for name in ["Lesson.swift", "Zoo.swift", "Shop/Till.swift", "Shop/.Till.swift", "Shop/Till.stub"] {
      try made.write("\(lesson)/\(name)", mark)
    }
    try made.write("Sources/EventLoop/Loop.swift", "// [serial-vs-async 00:00] Loop.\nfunc g() {}\n\n" + mark)
    try made.write("Sources/EventLoop/Other.swift", "// [core-usage 00:00] Loop.\nfunc g() {}\n")
    let text = try LessonText(reading: Catalogue(made.checkout).lesson("1"), in: made.checkout)
    XCTAssertEqual(
      text.pairing.passages[0].regions.map(\.place),
      ["Shop/Till.swift:1", "Zoo.swift:1", "Lesson.swift:1", "Sources/EventLoop/Loop.swift:1"])
    XCTAssertEqual(text.remarks, [])
  }

  private func page(width: Int, color: Bool = false, ascii: Bool = false, code: String = kitchen) -> String {
    let text = LessonText(
      Syllabus.serialVersusAsync, transcript: TranscriptParser.parse(Self.transcript, file: "k.txt")[0],
      sources: [("Kitchen.swift", code)])
    let lines = Reader(text, style: TextStyle(width: width, color: color, ascii: ascii)).lines
    return lines.joined(separator: "\n")
  }
}
