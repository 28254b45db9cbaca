import XCTest

@testable import Workbook

final class SwiftSourceTests: XCTestCase {
  func testBracesInStringsAndCommentsDoNotCount() {
    for text in [
      #"let a = "{""#, #"let a = "\"{""#, ##"let a = #"{"\{"#"##,
      "let a = \"\"\"\n  { \"quoted\" {\n  \"\"\"", "// {", "/* { /* { */ { */",
      #"let a = "\(b["}"])""#, #"let a = "\(f(")"))" // }"#, "let a = \"unclosed {\nlet b = 1",
    ] {
      XCTAssertEqual(SwiftSource(text).lines.last?.depthAfter, 0, text)
    }
  }

  func testBracesInCodeCountAlsoWithinInterpolations() {
    for (text, depth) in [
      ("func f() {", 1), (#"a("\(b { "c" } )") {"#, 1), ("}}", 0), ("let a = \"unclosed {\nfunc f() {", 1),
      ("{ { }", 1), (#""a" + { "b""#, 1),
    ] {
      XCTAssertEqual(SwiftSource(text).lines.last?.depthAfter, depth, text)
    }
  }

  func testTellsCodeFromComment() {
    let line = SwiftSource(#"  let url = "http://x" // the address"#).lines[0]
    XCTAssertEqual(line.code, "let url =")
    XCTAssertEqual(line.comment, "// the address")
    XCTAssertEqual(line.text, #"  let url = "http://x" // the address"#)
  }

  func testKeepsEveryLine() {
    XCTAssertEqual(SwiftSource("a\r\n\r\nb\n").lines.map(\.text), ["a", "", "b"])
    XCTAssertEqual(SwiftSource("").lines, [])
  }
}
