import Foundation
import Measurement
import Report
import XCTest

/// The report is what scripts read: its form does not change by accident.
final class ReportTests: XCTestCase {
  private let report: Report = {
    var part = Report.Part(id: "p", title: "P")
    part.timelines = [
      Report.TimelineRecord(
        id: "t",
        Timeline(lanes: [
          Lane(
            "request 1", spans: [Span(.work, from: .zero, to: .microseconds(12_500))],
            departure: .microseconds(12_500))
        ]))
    ]
    part.figures = ["response/request-1": Report.Quantity(12.5, unit: "ms")]
    let claim = ClaimRecord(
      id: "c", lecture: "l", at: "00:41", statement: "S", measured: nil, unit: "×", bound: .atMost(1.3),
      verdict: .notMeasured, because: "B")
    return Report(
      lesson: "serial-vs-async", time: "virtual", machine: .init(cores: 2, os: "Linux", swift: "6.3"),
      parts: [part],
      claims: [claim])
  }()

  func testItsFormIsVersionOne() throws {
    XCTAssertEqual(
      try report.json,
      """
      {
        "claims" : [
          {
            "at" : "00:41",
            "because" : "B",
            "bound" : {
              "max" : 1.3,
              "min" : null
            },
            "id" : "c",
            "lecture" : "l",
            "measured" : null,
            "statement" : "S",
            "unit" : "×",
            "verdict" : "not measured"
          }
        ],
        "lesson" : "serial-vs-async",
        "machine" : {
          "cores" : 2,
          "os" : "Linux",
          "swift" : "6.3"
        },
        "parts" : [
          {
            "curves" : [

            ],
            "figures" : {
              "response/request-1" : {
                "unit" : "ms",
                "value" : 12.5
              }
            },
            "id" : "p",
            "timelines" : [
              {
                "id" : "t",
                "lanes" : [
                  {
                    "label" : "request 1",
                    "spans" : [
                      {
                        "end" : 12.5,
                        "kind" : "work",
                        "start" : 0
                      }
                    ]
                  }
                ]
              }
            ],
            "title" : "P"
          }
        ],
        "time" : "virtual",
        "version" : 1
      }
      """)
  }

  func testItIsReadAsItWasWritten() throws {
    XCTAssertEqual(try JSONDecoder().decode(Report.self, from: Data(try report.json.utf8)), report)
  }

  func testATimelineSurvivesTheReport() {
    let lane = report.parts[0].timelines[0].timeline.lanes[0]
    XCTAssertEqual(lane.responseTime, .microseconds(12_500))
    XCTAssertEqual(lane.spans.map(\.kind), [.work])
  }

  func testBoundsContainTheirEnds() {
    XCTAssertTrue(Bound.exactly(1.1).contains(1.1 + 1e-12))
    XCTAssertFalse(Bound.exactly(0).contains(1e-6))
    XCTAssertTrue(Bound.from(1, to: 2).contains(2))
    XCTAssertFalse(Bound.from(1, to: 2).contains(2.01))
    XCTAssertFalse(Bound().contains(.nan))
    XCTAssertFalse(Bound.atLeast(1).contains(.infinity))
  }
}
