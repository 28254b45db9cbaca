import XCTest

@testable import LessonKit

final class LivePictureTests: XCTestCase {
  /// Where the terminal's size has changed, nothing is drawn over: only the terminal knows where it has broken lines anew.
  func testAPictureIsDrawnAfreshBelowWhatFindsRoom() {
    let text = ["one", String(repeating: "x", count: 25), "three"]
    func rows(_ rows: Int) -> [String] {
      let drawn = LivePicture.afresh(["a", "b"], below: text, (rows: rows, columns: 20))
      XCTAssertTrue(drawn.hasPrefix("\u{1B}[?7h\u{1B}[H\u{1B}[2J"), drawn)
      XCTAssertFalse(drawn.contains("\u{1B}[1A"), drawn)
      return drawn.replacing(/\u{1B}\[[?0-9;]*[a-zA-Z]|\r/, with: "").split(separator: "\n").map(String.init)
    }
    XCTAssertEqual(rows(24), text + ["a", "b"])
    XCTAssertEqual(rows(7), text + ["a", "b"])
    XCTAssertEqual(rows(6), Array(text.dropFirst()) + ["a", "b"], "the second line takes two rows")
    XCTAssertEqual(rows(5), ["three", "a", "b"])
    XCTAssertEqual(rows(2), ["a", "b"])
  }
}
