import EventLoop
import XCTest

@testable import Serving

/// In virtual time everything about a server under load is exact.
final class SimulationTests: XCTestCase {
  /// A page that works 1 ms and waits 99 ms: one at a time, 10 a second; on an event loop, at most 1,000 a second.
  private let page: Handler = { request in
    request.work(for: .milliseconds(1))
    try await request.wait(for: .milliseconds(99))
    return Response(.ok)
  }

  private func plan(_ arrivals: LoadPlan.Arrivals) -> LoadPlan {
    var plan = LoadPlan(arrivals, for: .seconds(10), warmUp: .seconds(2))
    plan.deadline = .seconds(60)
    return plan
  }

  func testOneUserTakesTheRequestsOwnTimeEverywhere() throws {
    for discipline in [SimulatedServer.Discipline.oneAtATime, .threadPerConnection(threads: 10), .eventLoop] {
      let result = try SimulatedServer(discipline, handler: page).run(plan(.closed(users: 1)))
      XCTAssertEqual(result.responseTimes.shortest, .milliseconds(100), "\(discipline)")
      XCTAssertEqual(result.responseTimes.longest, .milliseconds(100), "\(discipline)")
      XCTAssertEqual(result.throughput, 10, "\(discipline)")
      XCTAssertEqual(result.unanswered, 0, "\(discipline)")
    }
  }

  func testOneAtATimeEachWaitsForAllTheOthers() throws {
    let result = try SimulatedServer(.oneAtATime, handler: page).run(plan(.closed(users: 8)))
    XCTAssertEqual(result.responseTimes.longest, .milliseconds(800))
    XCTAssertEqual(result.throughput, 10)
    XCTAssertEqual(result.concurrency, 8, accuracy: 0.05)
  }

  func testOnAnEventLoopWaitsOverlapUpToTheCoresLimit() throws {
    let server = SimulatedServer(.eventLoop, handler: page)
    XCTAssertEqual(try server.run(plan(.closed(users: 50))).throughput, 500, accuracy: 1)
    let saturated = try server.run(plan(.closed(users: 300)))
    XCTAssertLessThanOrEqual(saturated.throughput, 1000)
    XCTAssertEqual(saturated.throughput, 1000, accuracy: 20)
    XCTAssertEqual(saturated.responseTimes.mean / .milliseconds(300), 1, accuracy: 0.02)
    XCTAssertEqual(saturated.concurrency, 300, accuracy: 9)
  }

  func testWithoutAThreadAUserIsTurnedAway() throws {
    let server = SimulatedServer(.threadPerConnection(threads: 10), handler: page)
    XCTAssertEqual(try server.run(plan(.closed(users: 10))).unanswered, 0)
    let result = try server.run(plan(.closed(users: 11)))
    XCTAssertGreaterThan(result.turnedAway, 100)
    XCTAssertEqual(result.throughput, 100, accuracy: 1)
  }

  /// As where the generator itself was held up: the answer is there, and its deadline is over.
  func testAnAnswerThatComesAfterItsDeadlineIsTimedOut() throws {
    let loop = EventLoop(time: .virtual)
    var plan = LoadPlan(.closed(users: 1), for: .seconds(1), warmUp: .zero)
    plan.deadline = .milliseconds(100)
    for (takes, answered, timedOut) in [(Duration.milliseconds(100), 10, 0), (.milliseconds(125), 0, 8)] {
      let run = LoadRun(plan, on: loop, progress: { _ in }, makeClient: { Heedless(loop, takes) })
      let result = try loop.run { try await run.run() }
      XCTAssertEqual(result.answered, answered, "\(takes)")
      XCTAssertEqual(result.timedOut, timedOut, "\(takes)")
    }
  }

  func testTimeOutsAndFailuresAreCountedApart() throws {
    var plan = plan(.closed(users: 8))
    plan.deadline = .milliseconds(500)
    let late = try SimulatedServer(.oneAtATime, handler: page).run(plan)
    XCTAssertEqual(late.answered, 0)
    XCTAssertEqual(late.errorRate, 1)
    XCTAssertGreaterThan(late.timedOut, 0)
    let broken = try SimulatedServer(.eventLoop) { _ in throw ThreeServers.Failure() }.run(
      LoadPlan(.open(perSecond: 100)))
    XCTAssertEqual(broken.failed, broken.requests)
    XCTAssertGreaterThan(broken.failed, 0)
  }

  /// No coordinated omission: what waits because the server hangs counts from the moment at which it should have begun.
  func testAnOpenLoopCountsFromTheIntendedStart() throws {
    let hang: Handler = { request in
      request.work(for: .milliseconds(10))
      return Response(.ok)
    }
    // 200 a second are offered, 100 can be served: the queue grows by 100 a second for 12 s.
    let result = try SimulatedServer(.eventLoop, handler: hang).run(plan(.open(perSecond: 200)))
    XCTAssertEqual(result.responseTimes.longest / .seconds(12), 1, accuracy: 0.1)
    XCTAssertEqual(result.throughput, 100, accuracy: 1)
    // Half of what it can serve: nearly no queue. Of random arrivals with fixed service (M/D/1), the mean is 15 ms.
    let calm = try SimulatedServer(.eventLoop, handler: hang).run(plan(.open(perSecond: 50)))
    XCTAssertEqual(calm.responseTimes.mean / .milliseconds(15), 1, accuracy: 0.15)
  }

  func testTheKneeIsTheSameEveryTime() throws {
    var ramp = Ramp(Objective(within: .milliseconds(200)), most: 10_000)
    ramp.attempts = 1
    ramp.resolution = 0
    let plan = plan(.closed(users: 1))
    let serial = try ramp.findKnee(of: SimulatedServer(.oneAtATime, handler: page), plan: plan)
    XCTAssertEqual(serial.holds, 2)
    let async = try ramp.findKnee(of: SimulatedServer(.eventLoop, handler: page), plan: plan)
    // Were they served evenly, it would be 200; those whose waits end together stand in line behind each other.
    XCTAssertTrue((100...200).contains(async.holds), "\(async)")
    XCTAssertEqual(async.breaks, async.holds + 1)
    XCTAssertEqual(async, try ramp.findKnee(of: SimulatedServer(.eventLoop, handler: page), plan: plan))
  }

  func testProgressGoesFromTheBeginningToTheEnd() throws {
    let journal = Journal<Double>()
    _ = try SimulatedServer(.eventLoop, handler: page).run(plan(.closed(users: 3))) {
      journal.append($0.share)
    }
    XCTAssertEqual(journal.entries.first, 0)
    XCTAssertEqual(journal.entries, journal.entries.sorted())
    XCTAssertGreaterThan(journal.entries.last ?? 0, 0.9)
  }
}

/// A client that answers when it likes, whatever the deadline.
private final class Heedless: LoadClient {
  private let loop: EventLoop
  private let takes: Duration

  init(_ loop: EventLoop, _ takes: Duration) {
    self.loop = loop
    self.takes = takes
  }

  func ask(until deadline: Duration) async -> (Outcome, at: Duration) {
    try? await loop.sleep(for: takes)
    return (.answered, loop.clock.now.offset)
  }

  func close() {}
}
