import XCTest

@testable import LessonKit

/// The first question that is answered with no decides; a name is given only if its own observation was made.
final class DiagnosisTests: XCTestCase {
  private struct Seen {
    var begun = 3
    var together = true
    var order = true
    var polled = false
  }

  private let diagnosis = Diagnosis<Seen>([
    .init("Were all begun?", { $0.begun == 3 }, otherwise: { "\($0.begun) of 3 were begun." }),
    .init(
      "Were they begun together?", { $0.together },
      names: [
        .init("polls", if: { $0.polled }),
        .init("one-by-one", if: { $0.begun == 3 }) { _ in "It took long." },
      ],
      otherwise: { _ in "They were not begun together." }),
    .init(
      "Are the answers in order?", { $0.order }, otherwise: { _ in "The answers are out of order." },
      alsoSeen: { _ in "the answers are out of order." }),
  ])

  func testARightAnswerHasNoOutcome() {
    XCTAssertNil(diagnosis.outcome(of: Seen()))
  }

  func testTheFirstNoDecidesAndTheObservationGivesTheName() {
    XCTAssertEqual(
      diagnosis.outcome(of: Seen(begun: 2, together: false)), .different("2 of 3 were begun."))
    XCTAssertEqual(
      diagnosis.outcome(of: Seen(together: false)), .mistake("one-by-one", detail: "It took long."))
    XCTAssertEqual(diagnosis.outcome(of: Seen(together: false, polled: true)), .mistake("polls", detail: ""))
  }

  func testASecondFaultIsMentioned() {
    XCTAssertEqual(
      diagnosis.outcome(of: Seen(together: false, order: false)),
      .mistake("one-by-one", detail: "It took long. One more thing: the answers are out of order."))
  }
}
