import Foundation
import Platform
import XCTest

@testable import Serving

/// The ramp closes in on the number of users at which the objective breaks.
final class RampTests: XCTestCase {
  /// A load whose response time is 10 ms up to a number of users, and 100 ms beyond.
  private func load(_ users: Int, knee: Int) -> LoadResult {
    var result = LoadResult()
    for _ in 1...100 { result.responseTimes.record(.milliseconds(users <= knee ? 10 : 100)) }
    return result
  }

  /// The same, of which noise has made the longest two longer.
  private func disturbed(_ users: Int, knee: Int) -> LoadResult {
    var result = load(users, knee: knee)
    for _ in 1...2 { result.responseTimes.record(.milliseconds(500)) }
    return result
  }

  private func ramp(most: Int) -> Ramp { Ramp(Objective(within: .milliseconds(20)), most: most) }

  func testTheKneeLiesBetweenTheTwoNumbers() {
    for knee in [1, 2, 3, 7, 8, 9, 20, 63, 64, 65, 1000, 4095, 999_999] {
      let found = ramp(most: 1_000_000).findKnee { load($0, knee: knee) }
      XCTAssertLessThanOrEqual(found.holds, knee)
      XCTAssertGreaterThan(found.breaks ?? 0, knee)
      XCTAssertLessThanOrEqual(found.breaks! - found.holds, max(1, knee / 10), "knee at \(knee)")
      XCTAssertLessThan(found.samples.count, 70)
    }
  }

  func testWithoutAKneeItSaysSo() {
    let found = ramp(most: 300).findKnee { load($0, knee: 1000) }
    XCTAssertEqual(found.holds, 300)
    XCTAssertNil(found.breaks)
    XCTAssertEqual(
      found.description, "p99 within 20 ms, no errors: 300 users (1 of 1 loads), and no end found")
  }

  /// What ends a load on the side of those who ask says nothing about the server.
  func testAFailureOfTheLoadItselfIsNoKnee() throws {
    let failure = LoadFailure(SystemError("socket", code: EMFILE))
    let found = try ramp(most: 1000).findKnee { users in
      guard users < 30 else { throw failure }
      return load(users, knee: 500)
    }
    XCTAssertEqual(found.holds, 16)
    XCTAssertNil(found.breaks)
    XCTAssertEqual(found.endedBy, failure)
  }

  func testNotEvenOneUser() {
    let found = ramp(most: 300).findKnee { load($0, knee: 0) }
    XCTAssertEqual(found.holds, 0)
    XCTAssertEqual(found.breaks, 1)
    XCTAssertEqual(
      found.description,
      "p99 within 20 ms, no errors: kept by not even 1 user, broken by 1 (1 of 1 loads)")
  }

  func testAnUnluckyLoadIsTriedAgain() {
    var loads = 0
    let found = ramp(most: 1000).findKnee { users in
      loads += 1
      // Two of three are disturbed.
      return loads % 3 == 0 ? load(users, knee: 40) : disturbed(users, knee: 40)
    }
    XCTAssertLessThanOrEqual(found.holds, 40)
    XCTAssertGreaterThan(found.breaks ?? 0, 40)
    XCTAssertEqual(found.verdicts(at: found.holds).kept, 1)
    XCTAssertEqual(found.verdicts(at: found.breaks!).kept, 0)
    // The curve shows each number once, as it was without the noise.
    XCTAssertEqual(found.best.map(\.users), found.best.map(\.users).sorted())
    XCTAssertEqual(Set(found.best.map(\.users)).count, found.best.count)
    XCTAssertEqual(found[found.holds]?.responseTimes.longest, .milliseconds(10))
  }

  /// Only what noise can do is tried again: it makes the tail longer, it turns nobody away, and it does not touch the half.
  func testWhatIsNoNoiseIsNotTriedAgain() {
    let breaks: [(name: String, attempts: Int, load: () -> LoadResult)] = [
      ("the tail is late", 3, { self.disturbed(9, knee: 9) }),
      ("half is late", 1, { self.load(9, knee: 8) }),
      (
        "one is turned away", 1,
        {
          var result = self.load(9, knee: 9)
          result.turnedAway = 1
          return result
        }
      ),
    ]
    for (name, attempts, broken) in breaks {
      let found = ramp(most: 9).findKnee { $0 < 9 ? self.load($0, knee: 9) : broken() }
      XCTAssertEqual(found.holds, 8, name)
      XCTAssertEqual(found.verdicts(at: 9).of, attempts, name)
    }
  }

  func testItBeginsWhereItIsTold() {
    var ramp = ramp(most: 1000)
    ramp.first = 100
    XCTAssertEqual(ramp.findKnee { load($0, knee: 300) }.samples.map(\.users).prefix(3), [100, 200, 400])
    // Too many to begin with: it comes down.
    let found = ramp.findKnee { load($0, knee: 7) }
    XCTAssertEqual(found.holds, 7)
    XCTAssertEqual(found.breaks, 8)
  }

  func testALoadThatIsAddedDoesNotMoveTheKnee() {
    var found = ramp(most: 100).findKnee { load($0, knee: 10) }
    let (holds, breaks) = (found.holds, found.breaks)
    found.add(load(1000, knee: 10), users: 1000)
    XCTAssertEqual(found.holds, holds)
    XCTAssertEqual(found.breaks, breaks)
    XCTAssertEqual(found[1000]?.answered, 100)
    XCTAssertNil(found[999])
  }

  func testTheObjectiveLooksAtTheTailAndAtErrors() {
    let objective = Objective(within: .milliseconds(20))
    var result = LoadResult()
    XCTAssertFalse(objective.isMet(by: result), "no answer at all")
    for _ in 1...99 { result.responseTimes.record(.milliseconds(10)) }
    result.responseTimes.record(.milliseconds(1000))
    XCTAssertTrue(objective.isMet(by: result), "one in a hundred is slow")
    result.responseTimes.record(.milliseconds(1000))
    XCTAssertFalse(objective.isMet(by: result), "two in a hundred are slow")
    result = load(1, knee: 1)
    for error in [\LoadResult.timedOut, \.turnedAway, \.failed] {
      var wrong = result
      wrong[keyPath: error] = 1
      XCTAssertFalse(objective.isMet(by: wrong))
      XCTAssertTrue(Objective(within: .milliseconds(20), errorRate: 0.01).isMet(by: wrong))
    }
  }
}
