import Console
import EventLoop
import Measurement
import XCTest

@testable import LessonKit

/// How a claim is judged, and how a part is told until its claims are.
final class ClaimTests: XCTestCase {
  private struct Sky {
    var value: Double?
    var isBlue = true
    var missing: String?
    var correction: String?
  }

  private static let claim = Claim<Sky>(
    "c", at: "00:01", "It is so.", unit: "ms", measured: { $0.value },
    bound: .exactly(1, inRealTime: 0...2),
    provided: [
      .that("the sky is blue") { $0.isBlue },
      .that("the value is not above 1.5", .exactly(1, inRealTime: 0...1.5)) { $0.value ?? .nan },
    ],
    needs: [.unless { $0.missing }], corrected: { $0.correction }, because: { "It was \($0.value ?? 0) ms." })

  private func judged(_ sky: Sky, isExact: Bool = true) -> ClaimRecord {
    Self.claim.judged(by: sky, isExact: isExact, lecture: "l")
  }

  func testTheVerdictFollowsFromValueConditionsNeedsAndCorrection() {
    let cases: [(sky: Sky, isExact: Bool, verdict: Verdict, because: String)] = [
      (Sky(value: 1), true, .holds, "It was 1.0 ms."),
      (Sky(value: 1.2), true, .fails, "It is not true that the value is not above 1.5."),
      (Sky(value: 1.2), false, .holds, "It was 1.2 ms."),
      (Sky(value: 3), false, .fails, "It is not true that the value is not above 1.5."),
      (Sky(value: 1, isBlue: false), true, .fails, "It is not true that the sky is blue."),
      (Sky(value: nil), true, .notMeasured, "There was nothing to measure."),
      (Sky(value: .nan), true, .notMeasured, "There was nothing to measure."),
      (Sky(value: 1, missing: "No sky."), true, .notMeasured, "No sky."),
      (Sky(value: 1, correction: "It is green."), true, .corrected, "It is green."),
      (
        Sky(value: 3, isBlue: true, correction: "It is green."), true, .fails,
        "It is not true that the value is not above 1.5."
      ),
    ]
    for (sky, isExact, verdict, because) in cases {
      let record = judged(sky, isExact: isExact)
      XCTAssertEqual(record.verdict, verdict, "\(sky)")
      XCTAssertEqual(record.because, because, "\(sky)")
      XCTAssertEqual(record.unit, "ms")
    }
  }

  func testABoundMayDifferBetweenVirtualAndRealTime() {
    XCTAssertEqual(judged(Sky(value: 1)).bound, .exactly(1))
    XCTAssertEqual(judged(Sky(value: 1), isExact: false).bound, .from(0, to: 2))
  }

  func testAClaimIsJudgedWithTheKnobsThatItBearsAlone() {
    let bearing = Claim<Sky>(
      "b", at: "00:01", "It is so.", unit: "ms", measured: { $0.value }, bound: .exactly(1),
      bears: [.work, .wait], because: { _ in "" })
    let cases: [(turned: Set<Knob.Name>, verdict: Verdict)] = [
      ([], .fails), ([.work], .fails), ([.work, .wait], .fails), ([.requests], .notMeasured),
      ([.work, .requests], .notMeasured),
    ]
    for (turned, verdict) in cases {
      let record = bearing.judged(by: Sky(value: 2), isExact: true, lecture: "l", turned: turned)
      XCTAssertEqual(record.verdict, verdict, "\(turned)")
      XCTAssertEqual(record.because == "It needs the lecture's scenario.", verdict == .notMeasured)
    }
  }

  // MARK: Telling

  /// A part that finds out another value each time it is told.
  private struct Attempts: StoryPart {
    static let id = "p"
    static let title = "P"
    static let claims = [ClaimTests.claim]

    let values: Counter

    func tell(_ telling: Telling) throws -> Sky { Sky(value: values.next()) }
  }

  private final class Counter {
    var rest: [Double]
    var told = 0

    init(_ values: [Double]) { rest = values }

    func next() -> Double {
      told += 1
      return rest.count > 1 ? rest.removeFirst() : rest[0]
    }
  }

  private func story(_ time: EventLoop.Time) throws -> Story {
    Story(
      Syllabus.serialVersusAsync, time: time, arguments: try Arguments([], options: []), screen: .blank,
      questions: .none)
  }

  func testInVirtualTimeAPartIsToldOnce() throws {
    let values = Counter([2])
    let story = try story(.virtual)
    try story.tell(Attempts(values: values))
    XCTAssertEqual(values.told, 1)
    XCTAssertEqual(story.claims.map(\.verdict), [.fails])
  }

  func testInRealTimeTheFirstAttemptThatHoldsCounts() throws {
    let values = Counter([7, 0.25])
    let story = try story(.real())
    let evidence = try story.tell(Attempts(values: values))
    XCTAssertEqual(values.told, 2)
    XCTAssertEqual(story.claims.map(\.measured), [0.25])
    XCTAssertEqual(evidence.value, 0.25, "the evidence is that of the best attempt")
    XCTAssertEqual(story.parts.count, 1)
  }

  func testInRealTimeAPartIsToldThreeTimesAtMost() throws {
    let values = Counter([7])
    try story(.real()).tell(Attempts(values: values))
    XCTAssertEqual(values.told, 3)
  }

  func testAFailureIsExcusedOnlyWhereSomethingElseUsedTheMachine() {
    let failing = judged(Sky(value: 3), isExact: false)
    let cases: [(Disturbance, Verdict)] = [
      (Disturbance(withoutCore: 0.01, others: 0.03), .fails),
      (Disturbance(withoutCore: 0.03, others: 0.03), .notMeasured),
      (Disturbance(withoutCore: 0.01, others: 0.2), .notMeasured),
      (Disturbance(withoutCore: 0.01, others: nil), .fails),
    ]
    for (disturbance, verdict) in cases {
      var judgement = Judgement()
      judgement.add([failing], disturbance)
      XCTAssertEqual(judgement.verdicts.map(\.verdict), [verdict], "\(disturbance)")
    }
  }

  func testNoClaimVanishes() throws {
    let story = try story(.virtual)
    story.complete([Self.claim.unjudged(lecture: "l")])
    XCTAssertEqual(story.claims.map(\.id), ["c"])
    XCTAssertEqual(story.claims.map(\.verdict), [.notMeasured])
  }
}
