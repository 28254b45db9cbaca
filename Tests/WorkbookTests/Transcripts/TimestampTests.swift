import XCTest

@testable import Reading
@testable import Workbook

final class TimestampTests: XCTestCase {
  func testReadsMinutesSecondsAndHours() {
    for (text, seconds) in [
      ("00:00", 0), ("0:07", 7), ("01:21", 81), ("75:10", 4510), ("1:02:03", 3723), ("00:01:21.900", 81),
      ("00:01:21,900", 81), ("01:21.5", 81), ("59:59", 3599),
    ] {
      XCTAssertEqual(Timestamp(text)?.seconds, seconds, text)
    }
  }

  func testRefusesWhatIsNoTime() {
    for text in [
      "", "1", "12:3", "12:60", "1:60:00", "-1:00", "1:2:03", "a:00", "00:00:00:00", "1:00x", "٠١:٢١",
    ] {
      XCTAssertNil(Timestamp(text), text)
    }
  }

  func testIsWrittenAsMinutesAndSeconds() {
    for (read, text) in [("0:00", "00:00"), ("1:21", "01:21"), ("1:15:10", "75:10")] {
      XCTAssertEqual(Timestamp(read)?.description, text)
    }
  }
}
