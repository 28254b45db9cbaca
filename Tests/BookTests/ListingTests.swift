import Reading
import XCTest

@testable import book

final class ListingTests: XCTestCase {
  private let source = """
    import Workload

    struct Site {
      // [00:10] What it does.
      func a() {
        run("// no comment") // why
      }

      // [00:20] [00:30]
      let b = 1_000
    }
    """

  private func text(_ listing: Listing) -> [String] {
    listing.blocks.flatMap(\.lines).map { line in
      "\(line.number) " + String(repeating: " ", count: max(0, line.indentation - line.text.indentation))
        + line.text.text
    }
  }

  func testShowsAllOfALessonsFileWithoutTheTimes() {
    let file = SourceFile("Lessons/01-x/Site.swift", in: "Lessons/01-x")
    let listing = Listing(source, of: file, about: "")
    XCTAssertEqual(
      text(listing),
      [
        "1 import Workload", "2 ", "3 struct Site {", "4   // What it does.", "5   func a() {",
        "6     run(\"// no comment\") // why", "7   }", "8 ", "10   let b = 1_000", "11 }",
      ])
    XCTAssertEqual(
      listing.blocks.map { $0.times.map(\.description) }, [[], ["00:10"], [], ["00:20", "00:30"], []])
    XCTAssertEqual(Listing.anchor(of: file, line: 4), "code-Site-4")
  }

  func testShowsOnlyWhatIsMarkedForTheLessonInASourceThatIsNoLessonsOwn() {
    let source = "a()\n// [x 00:10] One.\nb()\n\n// [y 00:20] Two.\nc()\n\nd()\n// [x 00:30] Three.\ne()"
    let listing = Listing(source, of: SourceFile("Sources/A.swift", in: "Lessons/01-x"), about: "", for: "x")
    XCTAssertEqual(text(listing), ["2 // One.", "3 b()", "9 // Three.", "10 e()"])
    XCTAssertEqual(listing.blocks.map(\.isBehindGap), [true, true])
  }

  func testColoursSwiftAndPython() throws {
    func pieces(_ code: String, _ language: SourceText.Language) throws -> [String] {
      let line = try XCTUnwrap(SourceText(code, language).lines.first)
      let pieces = Highlight.pieces(of: line, language)
      XCTAssertEqual(pieces.map(\.1).joined(), code, "nothing is lost")
      return pieces.compactMap { highlight, text in highlight.map { "\($0.rawValue) \(text)" } }
    }
    XCTAssertEqual(
      try pieces("@Sendable func a(_ x: Int) -> String { \"x\" + 1_000 + 1...3 } // é", .swift),
      ["k @Sendable", "k func", "t Int", "t String", "s \"x\"", "n 1_000", "n 1", "n 3", "c // é"])
    XCTAssertEqual(
      try pieces("async def main(): # go", .python), ["k async", "k def", "c # go"])
  }

  func testFindsAWordWhereItFirstStandsAlone() {
    func found(_ term: String, _ text: String) -> String? {
      WordSearch.range(of: term, in: text).map { String(text[$0]) }
    }
    XCTAssertEqual(found("task", "Multitasking is old. Tasks are new."), "Tasks")
    XCTAssertEqual(found("event loop", "An event loop, or two event loops"), "event loop")
    XCTAssertNil(found("core", "score and encore"))
    XCTAssertNil(found("stack", "The requests stack up in `stack`."))
  }
}
