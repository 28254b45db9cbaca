import XCTest

@testable import Report

/// What keeps a grade apart from all else that a process prints.
final class GradeSealTests: XCTestCase {
  func testTheCodeIsSipHash() {
    // From the paper of Aumasson and Bernstein, appendix A.
    let key = (0x0706_0504_0302_0100 as UInt64, 0x0f0e_0d0c_0b0a_0908 as UInt64)
    XCTAssertEqual(SipHash.code(of: Array(0..<15), key: key), 0xa129_ca61_49be_45e5)
    XCTAssertEqual(SipHash.code(of: [], key: key), 0x726f_db47_dd0e_0e31)
    XCTAssertEqual(SipHash.code(of: Array(0..<8), key: key), 0x93f5_f579_9a93_2462)
  }

  func testASealSurvivesItsWayAsText() throws {
    let seal = GradeSeal()
    XCTAssertEqual(GradeSeal(seal.text), seal)
    XCTAssertNotEqual(GradeSeal(), seal)
    for text in ["", "0", String(repeating: "g", count: 32), seal.text + "0", String(seal.text.dropLast())] {
      XCTAssertNil(GradeSeal(text), text)
    }
  }

  func testWhatIsSealedIsFoundAgainAmongAllElse() {
    let seal = GradeSeal()
    for content in ["{}", String(repeating: "ä€😀 x", count: 500), "", " two  blanks "] {
      let lines = seal.lines(sealing: content)
      XCTAssertTrue(lines.allSatisfy { $0.utf8.count <= 510 }, "written in one piece")
      let output = "a\nb\r" + lines.map { "\n\($0)\nc" }.joined()
      let found = seal.open(output)
      XCTAssertEqual(found.content, content)
      XCTAssertEqual(found.others, ["a", "b\r"] + lines.map { _ in "c" })
      XCTAssertNil(GradeSeal().open(output).content, "under another seal it is nothing")
      XCTAssertNil(seal.open(lines.dropLast().joined(separator: "\n")).content, "and a part of it is nothing")
    }
  }

  func testLinesThatOnlyLookSealedAreLeftAsTheyAre() {
    let seal = GradeSeal()
    for line in [
      "#grade", "#grade ", "#grade 0 1/1 {}", "#grade \(seal.text) 1/1 {}",
      "#grade 0 1/9223372036854775807 {}",
      "#grade 0 -1/-1 {}", "#grade 0 0/0 {}", "#grade 0 1/1/1 {}", "#grade 0 / {}",
    ] {
      let found = seal.open("\(line)\n\(line)")
      XCTAssertNil(found.content, line)
      XCTAssertEqual(found.others, [line, line])
    }
  }

  func testAChangedLetterIsNoGrade() {
    let seal = GradeSeal()
    let line = seal.lines(sealing: #"{"status":"wrong"}"#)[0]
    XCTAssertNil(seal.open(line.replacing("wrong", with: "right")).content)
    XCTAssertEqual(
      seal.open("\(line)\n\(line.replacing("wrong", with: "right"))").content, #"{"status":"wrong"}"#)
  }
}
