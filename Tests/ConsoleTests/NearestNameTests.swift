import Console
import XCTest

/// Which name somebody probably meant.
final class NearestNameTests: XCTestCase {
  private let names = ["serial-vs-async", "scalability-vs-speed", "threads-vs-async", "core-usage"]

  func testSlipsOfTheFingersAreFound() {
    let slips = [
      ("serail-vs-async", "serial-vs-async"), ("core-usgae", "core-usage"), ("CORE-USAGE", "core-usage"),
      ("thread-vs-async", "threads-vs-async"), ("scalability-speed", "scalability-vs-speed"),
      ("seral", "serial-vs-async"), ("scaleab", "scalability-vs-speed"),
    ]
    for (typed, meant) in slips { XCTAssertEqual(NearestName.of(typed, among: names), meant) }
  }

  func testWhatIsFarFromEverythingIsNotGuessed() {
    for typed in ["", "x", "banana", "zzzzzzzzzzzzzzz"] {
      XCTAssertNil(NearestName.of(typed, among: names), typed)
    }
    XCTAssertNil(NearestName.of("core-usage", among: []))
  }
}
