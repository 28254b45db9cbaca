import Console
import Figures
import Foundation
import Measurement
import Report
import XCTest

/// The report is what scripts read: its form does not change by accident.
final class ReportTests: XCTestCase {
  private let report: Report = {
    let lane = Lane(
      "request 1", spans: [Span(.work, from: .zero, to: .microseconds(12_500))],
      departure: .microseconds(12_500))
    let part = Report.Part(
      id: "p", title: "P",
      told: [
        .say("Once."),
        .ask(
          .init("How long?", answer: 111, unit: "ms", reasons: [.init("T", reply: "R", isRight: true)])),
        .figure(.timeline(Timeline(lanes: [lane]), id: "t", title: "Bars")),
        .figure(.table(title: "Numbers", columns: [.init("c")], rows: [.init("r", [nil])])),
        .claim("c"),
      ],
      figures: ["response/request-1": Report.Quantity(12.5, unit: "ms")])
    let claim = ClaimRecord(
      id: "c", lecture: "l", at: "00:41", statement: "S", measured: nil, unit: "×", bound: .atMost(1.3),
      verdict: .notMeasured, because: "B")
    return Report(
      lesson: "serial-vs-async", time: "virtual", machine: .init(cores: 2, os: "Linux", swift: "6.3"),
      made: Date(timeIntervalSince1970: 1_767_323_045.75), command: "serial-vs-async --json",
      knobs: ["users": "3"], parts: [part], claims: [claim])
  }()

  func testItsFormIsVersionTwo() throws {
    let timeline = """
      {"id":"t","kind":"timeline","lanes":[{"arrival":0,"departure":12.5,"label":"request 1",\
      "spans":[{"end":12.5,"kind":"work","start":0}]}],"maximumLanes":16,"title":"Bars"}
      """
    let expected = """
      {"claims":[{"at":"00:41","because":"B","bound":{"max":1.3,"min":null},"id":"c","lecture":"l",\
      "measured":null,"statement":"S","unit":"×","verdict":"not measured"}],"command":"serial-vs-async --json",\
      "knobs":{"users":"3"},"lesson":"serial-vs-async","machine":{"cores":2,"os":"Linux","swift":"6.3"},\
      "made":"2026-01-02T03:04:05Z","parts":[{"curves":[],\
      "figures":{"response/request-1":{"unit":"ms","value":12.5}},"id":"p","timelines":[\(timeline)],"title":"P",\
      "told":[{"say":"Once."},{"ask":{"answer":111,"question":"How long?",\
      "reasons":[{"reply":"R","right":true,"text":"T"}],"unit":"ms"}},{"figure":\(timeline)},\
      {"figure":{"columns":[{"title":"c","unit":""}],"corner":"","id":"numbers","kind":"table",\
      "rows":[{"label":"r","values":[null]}],"title":"Numbers"}},{"claim":"c"}]}],"time":"virtual","version":2}
      """
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    XCTAssertEqual(String(decoding: try encoder.encode(report), as: UTF8.self), expected)
    XCTAssertEqual(try Report(json: expected), report)
  }

  func testItIsReadAsItWasWritten() throws {
    var report = report
    XCTAssertEqual(try Report(json: report.json), report)
    report.parts[0].figures["odd"] = Report.Quantity(.infinity, unit: "")
    XCTAssertEqual(try Report(json: report.json), report)
  }

  func testAnotherVersionIsNamed() throws {
    for version in [1, 3] {
      let other = try report.json.replacing(#""version" : 2"#, with: #""version" : \#(version)"#)
      XCTAssertEqual(unreadable(other), .version(version))
      XCTAssertEqual(unreadable(#"{ "version": \#(version) }"#), .version(version))
    }
    XCTAssertEqual(
      "\(ReportJSON.Unreadable.version(1))", "is of version 1, and this program reads version 2")
  }

  func testWhatIsDamagedIsSaidWithItsPlace() throws {
    let json = try report.json
    for (text, reason) in [
      ("", nil), (#"{ "parts": [] }"#, "has no 'version'"),
      (json.replacing(#""lesson" :"#, with: #""lessen" :"#), "has no 'lesson'"),
      (json.replacing(#""say" :"#, with: #""sing" :"#), "parts/0/told/0: this tells nothing that is known"),
      (json.replacing(#""label" : "request 1","#, with: ""), "parts/0/told/2/figure/lanes/0: has no 'label'"),
    ] as [(String, String?)] {
      guard case .damaged(let found)? = unreadable(text) else { return XCTFail(text) }
      if let reason { XCTAssertEqual(found, reason) }
    }
  }

  private func unreadable(_ json: String) -> ReportJSON.Unreadable? {
    do {
      _ = try Report(json: json)
      return nil
    } catch {
      return error
    }
  }
}
