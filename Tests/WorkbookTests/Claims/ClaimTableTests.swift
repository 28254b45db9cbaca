import Console
import LessonKit
import XCTest

@testable import Workbook

final class ClaimTableTests: XCTestCase {
  private let claims = [
    claim(
      "00:05", "Waits overlap, and work does not, whichever way the requests come in.", 0, "", Bound(max: 0),
      .holds),
    claim("00:41", "Request 3 takes its own time.", 5.1234, "×", Bound(max: 1.3), .fails),
    claim("00:52", "Concurrency is limited.", 120, "ms", Bound(min: 100, max: 150), .corrected),
    claim("02:00", "Threads do it too.", nil, "", Bound(), .notMeasured),
  ]

  func testAt80Columns() {
    XCTAssertEqual(
      table(width: 80),
      """
      a-lesson · lecture a-lecture

      at     claim                               measured  bound          verdict
      00:05  Waits overlap, and work does not,   0         at most 0      holds
             whichever way the requests come
             in.
      00:41  Request 3 takes its own time.       5.12 ×    at most 1.3 ×  fails
             → the reason
      00:52  Concurrency is limited.             120 ms    100 to 150 ms  corrected
             → the reason
      02:00  Threads do it too.                  -         no bound       not measured
             → the reason

      4 claims: 1 holds, 1 fails, 1 corrected, 1 not measured.
      """)
  }

  func testNoLineIsWiderThanThePage() {
    for width in [60, 80, 100, 140, 200] {
      for ascii in [false, true] {
        let text = table(width: width, ascii: ascii)
        XCTAssertEqual(
          text.split(separator: "\n").filter { DisplayWidth.of(String($0)) > width }, [], "\(width)")
        if ascii { XCTAssertEqual(text.filter { !$0.isASCII }, "") }
      }
    }
  }

  private func table(width: Int, ascii: Bool = false) -> String {
    ClaimTable(claims, style: TextStyle(width: width, ascii: ascii)).lines.joined(separator: "\n")
  }

  private static func claim(
    _ at: String, _ statement: String, _ measured: Double?, _ unit: String, _ bound: Bound, _ verdict: Verdict
  ) -> ClaimRecord {
    ClaimRecord(
      id: at, lesson: "a-lesson", lecture: "a-lecture", at: at, statement: statement, measured: measured,
      unit: unit, bound: bound, verdict: verdict, because: "the reason")
  }
}
