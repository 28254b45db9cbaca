import Console
import LessonKit
import Processes
import Report
import XCTest

@testable import Workbook

final class ClaimCollectionTests: XCTestCase {
  private let lesson = CatalogueLesson(
    Syllabus.serialVersusAsync, in: Checkout(root: URL(fileURLWithPath: "/nonexistent")))

  func testNamesTheLessonOfEveryClaimAlsoWhereOneFails() throws {
    var collection = ClaimCollection()
    let report = SampleReport.json(verdict: "fails")
    try collection.add(.init(end: .exited(1), output: report, errors: ""), of: lesson)
    XCTAssertEqual(collection.claims.map(\.lesson), ["serial-vs-async"])
    XCTAssertEqual(collection.claims.map(\.verdict), [.fails])
  }

  func testClaimsStandInTheOrderOfTheLecture() throws {
    let claims = ["00:41", "00:10"].map {
      ClaimRecord(
        id: $0, lecture: "l", at: $0, statement: "", measured: nil, unit: "", bound: Bound(),
        verdict: .notMeasured,
        because: "")
    }
    let report = Report(
      lesson: "serial-vs-async", time: "virtual", machine: .init(cores: 1, os: "", swift: ""), command: "",
      parts: [], claims: claims)
    var collection = ClaimCollection()
    try collection.add(.init(end: .exited(0), output: report.json, errors: ""), of: lesson)
    XCTAssertEqual(collection.claims.map(\.at), ["00:10", "00:41"])
  }

  func testSaysWhyThereIsNoReport() {
    let good = SampleReport.json(verdict: "holds")
    for (end, output, message) in [
      (ChildProcess.End.exited(64), good, "left with status 64"),
      (.signalled(11), good, "was ended by signal 11 ("),
      (.timedOut, good, "took too long"), (.exited(0), "", "cannot be read: "),
      (.exited(0), "{}", "cannot be read: has no 'version'"),
      (
        .exited(0), good.replacing("\"version\": 2", with: "\"version\": 1"),
        "is of version 1, and this program reads version 2"
      ),
    ] {
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        var collection = ClaimCollection()
        try collection.add(.init(end: end, output: output, errors: ""), of: lesson)
      }
      XCTAssertTrue(complaint.message.contains(message), complaint.message)
      XCTAssertTrue(complaint.message.contains("serial-vs-async"), complaint.message)
    }
  }
}

/// A lesson's report with one claim.
enum SampleReport {
  static func json(verdict: String) -> String {
    """
    { "version": 2, "lesson": "serial-vs-async", "time": "virtual", "made": "2026-01-02T03:04:05Z",
      "command": "serial-vs-async --json", "knobs": {},
      "machine": { "cores": 2, "os": "Linux", "swift": "6.3.1" }, "parts": [],
      "claims": [ { "id": "a", "lecture": "a-lecture", "at": "00:41", "statement": "It waits.", "measured": 1.25,
                    "unit": "ms", "bound": { "min": null, "max": 2 }, "verdict": "\(verdict)", "because": "so" } ] }
    """
  }
}
