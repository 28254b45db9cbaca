import Console
import LessonKit
import Workload
import XCTest

/// How knobs are read, and what is said of those that cannot be turned that far.
final class KnobsTests: XCTestCase {
  private static let known = [
    Knob(.requests, .count(1...20), ""), Knob(.work, .times(0...100), ""),
    Knob(.objective, .time(1...100), ""),
    Knob(.blocking, .numbers(upTo: 20), ""), Knob(.threads, .names(["visitor", "charge"]), ""),
  ]

  private func knobs(_ words: String...) throws -> Knobs {
    try Knobs(try Arguments(words, options: Self.known.map(\.option)), Self.known)
  }

  func testKnobsAreReadAsWhatTheyAre() throws {
    XCTAssertEqual(try knobs(), Knobs())
    XCTAssertEqual(try knobs("--requests", "5").count(.requests), 5)
    XCTAssertEqual(
      try knobs("--work", "5, 2.5,10ms").times(.work),
      [.milliseconds(5), .microseconds(2500), .milliseconds(10)])
    XCTAssertEqual(try knobs("--objective", "7").time(.objective), .milliseconds(7))
    XCTAssertEqual(try knobs("--blocking", "3,1,3").numbers(.blocking), [1, 3])
    XCTAssertEqual(try knobs("--threads", "Charge,visitor").names(.threads), ["visitor", "charge"])
    XCTAssertEqual(try knobs("--threads", "none").names(.threads), [])
    XCTAssertNil(try knobs("--requests", "5").times(.work))
  }

  func testWhatWasTurnedIsKnownInTheOrderOfTheList() throws {
    let knobs = try knobs("--work", "5", "--requests", "4")
    XCTAssertEqual(knobs.turned, [.requests, .work])
    XCTAssertEqual(knobs.text, "--requests 4 --work 5")
  }

  func testWhatIsOutOfRangeIsComplainedOf() throws {
    let cases: [([String], String, [String])] = [
      (["--requests", "0"], "--requests takes a whole number from 1 to 20; not '0'", []),
      (["--requests", "2,3"], "--requests takes a whole number from 1 to 20; not '2,3'", []),
      (
        ["--work", "5,101"],
        "--work takes milliseconds from 0 to 100, one value or several with commas between them; not '5,101'",
        []
      ),
      (
        ["--work", "nan"],
        "--work takes milliseconds from 0 to 100, one value or several with commas between them; not 'nan'",
        []
      ),
      (["--objective", "0"], "--objective takes milliseconds from 1 to 100; not '0'", []),
      (
        ["--blocking", "0"], "--blocking takes numbers of requests from 1 to 20, such as 2 or 1,3; not '0'",
        []
      ),
      (
        ["--threads", "chrage"],
        "--threads takes some of visitor, charge with commas between them, or none; not 'chrage'",
        ["Did you mean --threads charge?"]
      ),
    ]
    for (words, message, advice) in cases {
      let arguments = try Arguments(words, options: Self.known.map(\.option))
      XCTAssertThrowsError(try Knobs(arguments, Self.known)) { error in
        XCTAssertEqual(error as? Complaint, .usage(message, advice: advice), "\(words)")
      }
    }
  }

  func testAShortListRepeatsItsLastValue() {
    XCTAssertEqual((0..<4).map { [7, 8].repeatingLast(at: $0) }, [7, 8, 8, 8])
  }
}
