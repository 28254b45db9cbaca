import XCTest

@testable import Reading
@testable import Workbook

final class StatedClaimTests: XCTestCase {
  func testReadsIdTimeAndStatementAndKnowsTheClaimsCode() {
    let text = """
      extension Bars {
        static let claims: [Claim<Evidence>] = [
          Claim("one", at: "00:05", "One (\\"1\\")."),
          // The second, Claim("none", at: "00:07", "None.").
          Claim(
            "two-and-a-half", at: "01:05",
            "Two is told "
              + "in two parts.",
            unit: "×", measured: { $0.a(1) }, bound: .exactly(1)),
          Claim(id, at: "00:09", "No literal."), Claim("three", at: "soon", "No time."),
        ]
      }
      """
    let claims = StatedClaim.all(in: text, of: SourceFile("Lessons/1/Story/Claims.swift", in: "Lessons/1"))
    XCTAssertEqual(
      claims.map { "\($0.id) \($0.at) \($0.statement)" },
      ["one 00:05 One (\"1\").", "two-and-a-half 01:05 Two is told in two parts."])
    XCTAssertEqual(claims.map(\.region.place), ["Story/Claims.swift:3", "Story/Claims.swift:5"])
    XCTAssertEqual(claims.map(\.region.lastLine), [3, 9])
    XCTAssertEqual(claims.map(\.region.kind), [.claim, .claim])
    XCTAssertEqual(claims[1].region.lines.first?.text, "Claim(")
  }
}
