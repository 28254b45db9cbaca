import Queueing
import Workload
import XCTest

/// Users who ask again at once: what theory says of them holds to the last digit once the loop has settled.
final class ClosedLoopTests: XCTestCase {
  /// 0.4 ms of work and 100 ms of waiting, as in the lesson on scalability.
  private let page: [Step] = [
    .work("before", .microseconds(200)), .wait("database", .milliseconds(100)),
    .work("after", .microseconds(200)),
  ]
  private let ownTime = Duration.microseconds(100_400)
  private let work = Duration.microseconds(400)

  private func measure(
    _ users: Int, on pool: Pool, steps: [Step]? = nil, for time: Duration = .seconds(1)
  ) -> (times: [Duration], turnedAway: Int, elapsed: Duration) {
    var loop = ClosedLoop(users: users, each: steps ?? page, on: pool)
    XCTAssertTrue(loop.settle(), "\(users) users do not settle")
    let elapsed = loop.wholeRounds(within: time)
    var (times, turnedAway) = ([Duration](), 0)
    loop.measure(for: elapsed) {
      if $0.isTurnedAway { turnedAway += 1 } else { times.append($0.responseTime) }
    }
    return (times, turnedAway, elapsed)
  }

  /// The asymptotic bounds of operational analysis, which a settled loop meets: the own time, or the work of all users.
  func testTheResponseTimeIsTheOwnTimeOrTheWorkOfAll() {
    for users in [1, 2, 10, 100, 250, 251, 252, 300, 500, 625, 626, 1000, 2000] {
      XCTAssertEqual(
        Set(measure(users, on: .eventLoop).times), [max(ownTime, work * users)], "\(users) users")
      XCTAssertEqual(
        Set(measure(users, on: .threadPerRequest(atMost: nil)).times), [max(ownTime, work * users)],
        "\(users) users")
    }
    for users in [1, 2, 3, 7, 20] {
      XCTAssertEqual(Set(measure(users, on: .oneAtATime).times), [ownTime * users], "\(users) users")
    }
    let fourCores = Pool(workers: 4, cores: 4, waiting: .givesWorkerBack)
    XCTAssertEqual(Set(measure(2000, on: fourCores).times), [max(ownTime, work * 2000 / 4)])
  }

  /// Users = answers a second × response time; and never more answers than one over the work.
  func testLittlesLawAndTheUtilizationLawHoldExactly() {
    var random = Random(seed: 9)
    for _ in 1...60 {
      let users = Int.random(in: 1...120, using: &random)
      let steps: [Step] = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let time = Duration.milliseconds(Int.random(in: 1...30, using: &random))
        return Bool.random(using: &random) ? .work("work", time) : .wait("wait", time * 4)
      }
      for pool in [Pool.oneAtATime, .eventLoop, .threadPerRequest(atMost: nil)] {
        var loop = ClosedLoop(users: users, each: steps, on: pool)
        guard loop.settle() else { continue }
        let elapsed = loop.wholeRounds(within: .seconds(3))
        var (count, sum) = (0, Duration.zero)
        loop.measure(for: elapsed) {
          count += 1
          sum += $0.responseTime
        }
        XCTAssertEqual(sum, elapsed * users, "\(users) users, \(steps), \(pool)")
        let work = steps.reduce(Duration.zero) { $1.kind == .work ? $0 + $1.duration : $0 }
        XCTAssertLessThanOrEqual(work * count, elapsed, "\(users) users, \(steps), \(pool)")
      }
    }
  }

  func testUsersWhoAreTurnedAwayTryAgainAfterTheirPause() {
    let (times, turnedAway, elapsed) = measure(220, on: .threadPerRequest(atMost: 200))
    XCTAssertEqual(Set(times), [ownTime])
    XCTAssertEqual(elapsed, ownTime * 9)
    XCTAssertEqual(times.count, 200 * 9)
    XCTAssertEqual(Double(turnedAway), 20 * (elapsed / .milliseconds(10)), accuracy: 20)
  }

  func testWithoutSettlingItCountsFromTheBeginning() {
    // 20 users at once and one page of 212 ms after another: 70 whole pages in 15 s.
    var times: [Duration] = []
    ClosedLoop(users: 20, each: [.wait("services", .milliseconds(212))], on: .oneAtATime, spread: .zero)
      .measure(for: .seconds(15)) { times.append($0.responseTime) }
    XCTAssertEqual(times.count, 70)
    XCTAssertEqual(times.prefix(3), [.milliseconds(212), .milliseconds(424), .milliseconds(636)])
    XCTAssertEqual(times.last, .milliseconds(212) * 20)
  }

  func testALoopThatDoesNotSettleInTimeSaysSo() {
    var loop = ClosedLoop(users: 625, each: page, on: .eventLoop)
    XCTAssertFalse(loop.settle(atMost: 2))
    XCTAssertTrue(loop.settle())
  }

  /// Two entries and some numbers for each: well below a gigabyte.
  func testAMillionUsersFitIn() {
    var loop = ClosedLoop(users: 1_000_000, each: page, on: .eventLoop)
    loop.settle(atMost: 1)
    XCTAssertEqual(loop.responseTime / (work * 1_000_000), 1, accuracy: 1e-3)
  }
}
