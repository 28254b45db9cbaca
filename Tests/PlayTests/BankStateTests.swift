import XCTest

@testable import play

/// The rules of the bank: which orders lose money, and that a lock leaves none of them.
final class BankStateTests: XCTestCase {
  /// Every order in which the transfers of a round can be interleaved, as the states at their ends.
  private func ends(_ name: String) -> [BankState] {
    func ends(_ state: BankState) -> [BankState] {
      guard !state.isOver else { return [state] }
      return state.transfers.indices.filter(state.canStep).flatMap { transfer in
        var next = state
        next.step(transfer)
        return ends(next)
      }
    }
    return ends(BankState(BankRound.named(name)!))
  }

  private func played(_ name: String, _ keys: String) -> BankState {
    var state = BankState(BankRound.named(name)!)
    for key in keys { state.step(key.wholeNumberValue! - 1) }
    return state
  }

  func testWithoutALockMoneyDisappearsAppearsOrStays() {
    let ends = ends("race")
    XCTAssertEqual(ends.count, 70, "four steps among eight")
    XCTAssertEqual(Set(ends.map(\.loss)), [0, 20, 30, 50, -20, -30, -50])
    XCTAssertEqual(played("race", "11112222").balances, ["A": 20, "B": 180])
    XCTAssertEqual(played("race", "11221212").loss, 30)
    XCTAssertEqual(played("race", "11221221").loss, 50)
    XCTAssertEqual(played("race", "12121122").loss, -30, "at account A it is the bank's loss")
    // The two errors cancel out in the sum, and not in the accounts.
    XCTAssertEqual(played("race", "12121212").balances, ["A": 50, "B": 150])
  }

  func testAWriteKnowsThatItUndoesAnother() {
    let moves = played("race", "11221212").moves
    XCTAssertEqual(moves.map(\.isStale), [false, false, false, false, false, false, false, true])
    XCTAssertEqual((moves[7].former, moves[7].amount).0, 130)
    XCTAssertEqual((moves[7].former, moves[7].amount).1, 150)
    XCTAssertTrue(ends("race").allSatisfy { end in end.loss == 0 || end.moves.contains(where: \.isStale) })
  }

  func testWithTheLockNoOrderLosesAnything() {
    let ends = ends("lock")
    XCTAssertGreaterThan(ends.count, 2)
    for end in ends {
      XCTAssertEqual(end.balances, ["A": 20, "B": 180])
      XCTAssertFalse(end.moves.contains(where: \.isStale))
      XCTAssertEqual(end.holders, [:])
      XCTAssertFalse(end.isDeadlock)
    }
  }

  func testATransferThatWaitsForALockIsNotOnOfferUntilItIsGivenBack() {
    var state = played("lock", "12")
    XCTAssertFalse(state.canStep(1))
    let before = state
    state.step(1)
    XCTAssertEqual(state, before)
    for _ in 0..<5 { state.step(0) }
    XCTAssertEqual(state.moves.last?.served, [1])
    XCTAssertEqual(state.holders, ["bank": 1])
    XCTAssertTrue(state.canStep(1))
  }

  func testTwoLocksTakenInOppositeOrdersStopBothOrLoseNothing() {
    let ends = ends("deadlock")
    XCTAssertTrue(played("deadlock", "1212").isDeadlock)
    XCTAssertTrue(ends.contains(where: \.isDeadlock))
    for end in ends where !end.isDeadlock { XCTAssertEqual(end.balances, ["A": 120, "B": 80]) }
    for end in ends { XCTAssertEqual(end.loss, 0) }
  }

  func testMoneyOnItsWayIsNotLost() {
    XCTAssertEqual(played("race", "11").underway, 30)
    XCTAssertEqual(played("race", "1122").underway, 80)
    XCTAssertEqual(played("race", "1111").underway, 0)
    XCTAssertEqual(played("race", "1122").loss, 80)
  }
}
