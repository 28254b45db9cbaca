import Foundation
import Platform
import XCTest

@testable import Serving

/// The generator loads real servers over sockets, and counts what becomes of each request.
final class LoadGeneratorTests: XCTestCase {
  private func plan(_ arrivals: LoadPlan.Arrivals, _ target: String = "/") -> LoadPlan {
    var plan = LoadPlan(arrivals, for: .milliseconds(150), warmUp: .milliseconds(30))
    plan.target = target
    plan.deadline = .seconds(20)
    return plan
  }

  /// Runs a plan, and one that is ever longer where the machine was too busy for a single request of it to be counted.
  private func load(
    _ server: any Server, _ plan: LoadPlan, until isEnough: (LoadResult) -> Bool = { $0.requests > 0 },
    progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) throws -> LoadResult {
    var plan = plan
    while true {
      let result = try LoadGenerator(port: server.port).run(plan, progress: progress)
      if isEnough(result) || plan.duration > .seconds(10) { return result }
      plan.duration *= 3
    }
  }

  func testEveryServerAnswersAClosedAndAnOpenLoop() throws {
    try withEachServer { server, name in
      for arrivals in [LoadPlan.Arrivals.closed(users: 5), .open(perSecond: 100)] {
        let before = server.counts.answered
        let journal = Journal<LoadProgress>()
        let result = try load(
          server, plan(arrivals), until: { $0.answered > 0 && $0.throughput > 0 },
          progress: { journal.append($0) })
        XCTAssertGreaterThan(result.answered, 0, "\(name), \(arrivals)")
        XCTAssertEqual(result.unanswered, 0, "\(name), \(arrivals)")
        XCTAssertGreaterThan(result.throughput, 0, "\(name), \(arrivals)")
        XCTAssertGreaterThanOrEqual(server.counts.answered - before, result.answered, "\(name), \(arrivals)")
        XCTAssertGreaterThan(result.generatorUtilization, 0, name)
        XCTAssertFalse(journal.entries.isEmpty, name)
        XCTAssertEqual(journal.entries.map(\.share), journal.entries.map(\.share).sorted(), name)
        XCTAssertEqual(journal.entries.first?.answered, 0, name)
      }
    }
  }

  /// Users without a descriptor are not users whom the server has turned away.
  func testALimitOfTheGeneratorEndsTheLoadWithItsReason() throws {
    let limit = try XCTUnwrap(ResourceLimit(.openFiles).current)
    defer { try? ResourceLimit.set(.openFiles, to: limit) }
    try withEachServer { server, name in
      for arrivals in [LoadPlan.Arrivals.closed(users: 100), .open(perSecond: 2000)] {
        try ResourceLimit.set(.openFiles, to: UInt64(Holdings.descriptors) + 40)
        defer { try? ResourceLimit.set(.openFiles, to: limit) }
        var plan = plan(arrivals, "/wait")
        (plan.duration, plan.deadline) = (.seconds(60), .seconds(60))
        let (begin, before) = (ContinuousClock.now, server.counts.connections)
        XCTAssertThrowsError(try LoadGenerator(port: server.port).run(plan), name) { error in
          XCTAssertEqual((error as? LoadFailure)?.error.code, EMFILE, "\(name): \(error)")
          XCTAssertTrue("\(error)".contains("ulimit -n"), "\(error)")
        }
        XCTAssertLessThan(
          ContinuousClock.now - begin, .seconds(30), "\(name): it ends at once, not with the plan")
        XCTAssertLessThanOrEqual(
          server.counts.connections - before, 100, "\(name): who could not ask tries again")
      }
    }
  }

  func testAServerThatIsGoneTurnsAway() throws {
    let server = try EventLoopServer(handler: ThreeServers.site)
    let port = server.port
    XCTAssertTrue(server.stop())
    let result = try LoadGenerator(port: port).run(plan(.closed(users: 3)))
    XCTAssertEqual(result.answered, 0)
    XCTAssertEqual(result.turnedAway, result.requests)
  }

  func testResponseTimesAreAtLeastTheHandlersWait() throws {
    try withEachServer { server, name in
      let result = try load(server, plan(.closed(users: 2), "/wait"))
      XCTAssertGreaterThanOrEqual(result.responseTimes.shortest, .milliseconds(20), name)
    }
  }

  func testErrorsAreCountedByTheirKind() throws {
    try withEachServer { server, name in
      let missing = try load(server, plan(.closed(users: 2), "/missing"))
      XCTAssertEqual(missing.failed, missing.requests, name)
      XCTAssertGreaterThan(missing.failed, 0, name)
      // Few, since the server that answers one at a time goes on answering those who have given up.
      var hasty = plan(.closed(users: 1), "/wait")
      (hasty.duration, hasty.deadline) = (.milliseconds(50), .milliseconds(3))
      let late = try load(server, hasty)
      XCTAssertEqual(late.timedOut, late.requests, name)
      XCTAssertGreaterThan(late.timedOut, 0, name)
    }
    // Nobody listens at a port that was just given back.
    let gone = try EventLoopServer(handler: ThreeServers.site)
    gone.stop()
    let refused = try load(gone, plan(.closed(users: 2)))
    XCTAssertEqual(refused.turnedAway, refused.requests)
    XCTAssertGreaterThan(refused.turnedAway, 0)
  }

  func testAServerThatIsFullTurnsAway() throws {
    var limits = Limits()
    limits.connections = 2
    try withEachServer(limits: limits) { server, name in
      let result = try load(server, plan(.closed(users: 4), "/wait")) { $0.turnedAway > 0 && $0.answered > 0 }
      XCTAssertGreaterThan(result.turnedAway, 0, name)
      XCTAssertGreaterThan(result.answered, 0, name)
      XCTAssertEqual(result.failed, 0, name)
    }
  }

  /// As where the generator itself was held up: the answer is there, and its deadline is over.
  func testAnAnswerThatComesAfterItsDeadlineIsTimedOut() {
    for (time, answered, timedOut) in [(99, 1, 0), (100, 1, 0), (101, 0, 1)] {
      var result = LoadResult()
      result.count(.answered, took: .milliseconds(time), deadline: .milliseconds(100))
      XCTAssertEqual([result.answered, result.timedOut], [answered, timedOut], "\(time) ms")
    }
  }

  func testMomentsOfAnOpenLoopAreRandomAndTheSameForASeed() {
    var plan = LoadPlan(.open(perSecond: 100), for: .seconds(100), warmUp: .seconds(1))
    XCTAssertEqual(plan.moments, plan.moments)
    XCTAssertEqual(plan.moments, plan.moments.sorted())
    XCTAssertLessThan(plan.moments.last!, .seconds(101))
    XCTAssertEqual(Double(plan.moments.count), 10_100, accuracy: 400)
    // Of an exponential distribution, the standard deviation is the mean.
    let gaps = zip(plan.moments.dropFirst(), plan.moments).map { ($0 - $1) / .milliseconds(10) }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
    XCTAssertEqual(variance.squareRoot() / mean, 1, accuracy: 0.05)
    let first = plan.moments
    plan.seed = 2
    XCTAssertNotEqual(plan.moments, first)
    XCTAssertEqual(LoadPlan(.closed(users: 3)).moments, [])
  }
}
