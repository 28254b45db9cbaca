import LessonKit
import XCTest

@testable import Console

final class LessonMatcherTests: XCTestCase {
  private let matcher = LessonMatcher(MadeUpSyllabus.lessons)

  func testFindsALessonByWhateverNamesIt() throws {
    for (typed, number) in [
      ("1", 1), ("01", 1), ("4", 4),
      ("serial-vs-async", 1), ("SERIAL_VS_ASYNC", 1), ("serial vs async", 1), (" Serial-Vs-Async ", 1),
      ("se", 1), ("sc", 2), ("t", 3), ("c", 4), ("threads-", 3), ("threads_vs", 3),
      ("01-serial-vs-async", 1), ("03-t", 3), ("Lessons/02-scalability-vs-speed/", 2),
      ("Three requests, one thread", 1), ("three requests", 1), ("how many", 2), ("the price", 3),
      ("speed", 2), ("cores", 4), ("price thread", 3), ("usage", 4),
    ] {
      XCTAssertEqual(try matcher.match(typed).number, number, typed)
    }
  }

  func testNamesTheCandidatesWhereSeveralFit() {
    for (typed, advice) in [
      ("s", ["1  serial-vs-async", "2  scalability-vs-speed"]),
      ("async", ["1  serial-vs-async", "3  threads-vs-async"]),
      ("vs", ["1  serial-vs-async", "2  scalability-vs-speed", "3  threads-vs-async"]),
    ] {
      let complaint = assertComplaint(.usage) { () throws(Complaint) in try matcher.match(typed) }
      XCTAssertEqual(complaint.message, "'\(typed)' could be any of \(advice.count) lessons")
      XCTAssertEqual(complaint.advice, advice)
    }
  }

  func testNamesTheNearestLessonWhereNoneFits() {
    for (typed, advice) in [
      ("seral-vs-async", "Did you mean serial-vs-async?"), ("core-usgae", "Did you mean core-usage?"),
      ("03-thraeds-vs-async", "Did you mean threads-vs-async?"),
      ("All teh cores", "Did you mean core-usage?"),
      ("zzz", "'lessons list' shows the lessons there are."),
      ("9", "'lessons list' shows the lessons there are."),
      ("", "'lessons list' shows the lessons there are."),
      ("--", "'lessons list' shows the lessons there are."),
    ] {
      let complaint = assertComplaint(.usage) { () throws(Complaint) in try matcher.match(typed) }
      XCTAssertEqual(complaint.message, "there is no lesson '\(typed)'")
      XCTAssertEqual(complaint.advice, [advice], typed)
    }
  }
}
