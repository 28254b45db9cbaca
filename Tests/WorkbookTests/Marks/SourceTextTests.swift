import XCTest

@testable import Reading
@testable import Workbook

final class SourceTextTests: XCTestCase {
  func testBracesInStringsAndCommentsDoNotCount() {
    for text in [
      #"let a = "{""#, #"let a = "\"{""#, ##"let a = #"{"\{"#"##,
      "let a = \"\"\"\n  { \"quoted\" {\n  \"\"\"", "// {", "/* { /* { */ { */",
      #"let a = "\(b["}"])""#, #"let a = "\(f(")"))" // }"#, "let a = \"unclosed {\nlet b = 1",
    ] {
      XCTAssertEqual(SourceText(text).lines.last?.depthAfter, 0, text)
    }
  }

  func testBracesInCodeCountAlsoWithinInterpolations() {
    for (text, depth) in [
      ("func f() {", 1), (#"a("\(b { "c" } )") {"#, 1), ("}}", 0), ("let a = \"unclosed {\nfunc f() {", 1),
      ("{ { }", 1), (#""a" + { "b""#, 1),
    ] {
      XCTAssertEqual(SourceText(text).lines.last?.depthAfter, depth, text)
    }
  }

  func testABraceEndsWhatIsLeftOpenWithin() {
    // A regular expression counts as code, brackets and all.
    XCTAssertEqual(SourceText("func f() {\n  let a = /[(]/\n  g((\n}\nlet b = 1").lines.last?.depthBefore, 0)
  }

  func testKnowsPythonsCommentsStringsAndIndentation() {
    let text = #"""
      def f(a,
          b):  # a comment
        s = "# none"
        t = QQQ
      # none

      QQQ

        return '{' # a brace

      x = 1
      """#.replacing("QQQ", with: "\"\"\"")
    let lines = SourceText(text, .python).lines
    XCTAssertEqual(lines.compactMap(\.comment), ["# a comment", "# a brace"])
    XCTAssertEqual(lines.map(\.depthBefore), [0, 1, 2, 2, 3, 3, 3, 2, 2, 0, 0])
  }

  func testTellsCodeFromComment() {
    let line = SourceText(#"  let url = "http://x" // the address"#).lines[0]
    XCTAssertEqual(line.code, "let url =")
    XCTAssertEqual(line.comment, "// the address")
    XCTAssertEqual(line.text, #"  let url = "http://x" // the address"#)
  }

  func testKeepsEveryLine() {
    XCTAssertEqual(SourceText("a\r\n\r\nb\n").lines.map(\.text), ["a", "", "b"])
    XCTAssertEqual(SourceText("").lines, [])
  }
}
