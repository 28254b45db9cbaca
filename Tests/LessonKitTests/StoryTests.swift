import EventLoop
import Figures
import Measurement
import XCTest

@testable import LessonKit
@testable import Report

/// How claims are judged, and how a story is told.
final class StoryTests: XCTestCase {
  private func story(_ time: EventLoop.Time = .virtual) throws -> Story {
    Story(
      Syllabus.serialVersusAsync, time: time, arguments: try Arguments([], options: []), screen: .blank,
      questions: Questions(isAsking: false, screen: .blank, isEchoed: false, read: { nil }))
  }

  private func claim(_ part: Part, _ measured: Double, isMet: Bool = true) {
    part.claim(
      "c", at: "00:01", "It is so.", measured: measured, bound: .atMost(1),
      provided: [Condition("the sky is blue", isMet)], because: "it was measured")
  }

  func testAClaimHoldsWithinItsBoundAndWithItsConditions() throws {
    let cases: [(Double, Bool, Verdict, String)] = [
      (1, true, .holds, "it was measured"), (1.001, true, .fails, "it was measured"),
      (0.5, false, .fails, "it is not so that the sky is blue"), (.nan, true, .fails, "it was measured"),
    ]
    for (measured, isMet, verdict, because) in cases {
      let story = try story()
      try story.part("p", "P") { claim($0, measured, isMet: isMet) }
      XCTAssertEqual(story.claims.map(\.verdict), [verdict])
      XCTAssertEqual(story.claims[0].because, because)
    }
  }

  func testInVirtualTimeAPartIsToldOnce() throws {
    var runs = 0
    try story().part("p", "P") { part in
      runs += 1
      claim(part, 2)
    }
    XCTAssertEqual(runs, 1)
  }

  func testInRealTimeAFailingPartIsTriedThreeTimes() throws {
    var runs = 0
    let story = try story(.real())
    try story.part("p", "P") { part in
      runs += 1
      claim(part, 2)
    }
    XCTAssertEqual(runs, 3)
    XCTAssertEqual(story.claims.map(\.verdict), [.fails], "an idle machine is no excuse")
    XCTAssertEqual(story.parts.count, 1)
  }

  func testInRealTimeTheFirstAttemptThatHoldsCounts() throws {
    var runs = 0
    let story = try story(.real())
    try story.part("p", "P") { part in
      runs += 1
      claim(part, runs == 1 ? 7 : 0.25)
    }
    XCTAssertEqual(runs, 2)
    XCTAssertEqual(story.claims.map(\.measured), [0.25])
  }

  func testAClaimThatHeldOnceKeepsItsVerdict() {
    func record(_ id: String, _ verdict: Verdict) -> ClaimRecord {
      ClaimRecord(
        id: id, lecture: "l", at: "00:00", statement: "", measured: 1, unit: "", bound: .atMost(1),
        verdict: verdict,
        because: "")
    }
    var judgement = Judgement()
    judgement.add([record("a", .holds), record("b", .fails)])
    judgement.add([record("a", .fails), record("b", .holds)])
    XCTAssertTrue(judgement.allHold)
  }

  func testOnABusyMachineAFailureIsLeftOpen() {
    var judgement = Judgement()
    judgement.add([
      ClaimRecord(
        id: "a", lecture: "l", at: "00:00", statement: "", measured: 9, unit: "", bound: .atMost(1),
        verdict: .fails,
        because: "")
    ])
    XCTAssertEqual(judgement.verdicts(interference: 0.01).map(\.verdict), [.fails])
    XCTAssertEqual(judgement.verdicts(interference: 0.03).map(\.verdict), [.notMeasured])
    XCTAssertTrue(judgement.verdicts(interference: 0.2)[0].because.contains("20 %"))
  }

  func testWhatIsShownIsInTheReport() throws {
    let story = try story()
    try story.part("p", "P") { part in
      let recording = try part.show("t", "T", lanes: [Lane("a"), Lane("b")]) { stage in
        stage.answer(lane: 0) { stage.loop.work(for: .milliseconds(5)) }
        try await stage.answer(lane: 1) { try await stage.loop.sleep(for: .milliseconds(10)) }
      }
      part.note("n", 3, unit: "ms")
      part.show(.curve(id: "c", title: "C", x: .init("x"), y: .init("y"), series: [.init("s", [(1, 2)])]))
      XCTAssertEqual(recording.response(2), .milliseconds(15))
    }
    let part = story.report.parts[0]
    XCTAssertEqual(part.pictures.map(\.id), ["t", "c"])
    guard case .timeline(let picture)? = part.pictures.first else { return XCTFail("no timeline") }
    XCTAssertEqual(
      picture.timeline.lanes[1].spans.map { Span($0.kind, from: $0.start, to: $0.end) },
      [
        Span(.queue, from: .zero, to: .milliseconds(5)),
        Span(.wait, from: .milliseconds(5), to: .milliseconds(15)),
      ])
    XCTAssertEqual(part.figures["n"], Report.Quantity(3, unit: "ms"))
  }

  func testAQuestionIsAskedOnceAndAnswersAreReadLeniently() throws {
    var lines = ["abc", " 12,5 ms", "7"]
    let questions = Questions(isAsking: true, screen: .blank, isEchoed: false) {
      lines.isEmpty ? nil : lines.removeFirst()
    }
    XCTAssertEqual(questions.number("how long?", unit: "ms", in: 0...100), 12.5)
    XCTAssertEqual(questions.number("how long?", unit: "ms", in: 0...100), 12.5)
    XCTAssertEqual(questions.number("how many?", unit: "", in: 0...100), 7)
    XCTAssertNil(questions.number("what else?", unit: "", in: 0...100))
  }
}
