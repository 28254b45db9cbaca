import HTML
import XCTest

@testable import book

final class HTMLTests: XCTestCase {
  func testTextCannotBecomeMarkup() {
    let text = #"<b title="x">Tom & 'Jerry'</b>"#
    let escaped = "&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/b&gt;"
    XCTAssertEqual(HTML(text: text).markup, escaped)
    XCTAssertEqual(element("p", ["title": text]) { text }.markup, "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  func testLeavesOutWhatAPageCannotHold() {
    XCTAssertEqual(HTML(text: "a\u{0}b\u{1B}[1mc\nd\u{FFFF}").markup, "ab[1mc\nd")
  }

  func testAnAttributeWithoutAValueIsLeftOut() {
    XCTAssertEqual(element("a", ["id": nil, "hidden": ""]) { "x" }.markup, "<a hidden=\"\">x</a>")
  }

  func testCarriesOutTheSignsOfProse() {
    XCTAssertEqual(
      prose("call `a<b>` *now*, **or** [`X`](X.swift): 2 * 3 [1]").markup,
      "call <code>a&lt;b&gt;</code> <em>now</em>, <strong>or</strong> <code>X</code>: 2 * 3 [1]")
  }

  func testASentenceEndsOnce() {
    XCTAssertEqual(ClaimMarkup.sentence("how many?"), "How many?")
    XCTAssertEqual(ClaimMarkup.sentence("all of them"), "All of them.")
    XCTAssertEqual(ClaimMarkup.sentence("None."), "None.")
  }
}
