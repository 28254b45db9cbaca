import EventLoop
import Measurement
import Queueing
import Workload
import XCTest

/// The model is what really happens: the same requests, run as tasks on an event loop in virtual time, are answered at the same instants.
final class LoopAgreementTests: XCTestCase {
  /// Runs requests on a loop, a task each, and returns their response times.
  ///
  /// - Parameter blocking: the steps that keep the thread although they only wait.
  private func run(_ requests: [Request], blocking: Set<String> = []) throws -> [Duration] {
    let loop = EventLoop(time: .virtual)
    return try loop.run {
      let tasks = requests.map { request in
        Task(executorPreference: loop) {
          try await loop.sleep(until: .init(offset: request.arrival))
          for step in request.steps { try await loop.take(step, blocking: blocking) }
          return loop.clock.now.offset - request.arrival
        }
      }
      var times: [Duration] = []
      for task in tasks { times.append(try await task.value) }
      return times
    }
  }

  func testOneWorkerThatIsGivenBackIsAnEventLoop() throws {
    let scenarios = [
      Samples.three, Samples.oneByOne, Samples.three.map { $0.scaled(by: 0.25) }, Scenario.purchases(30),
      Scenario.purchases(40, every: .milliseconds(3)), Samples.computing(9),
    ]
    for requests in scenarios {
      XCTAssertEqual(Pool.eventLoop.timeline(of: requests).responseTimes, try run(requests))
    }
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = Random(seed: seed)
      let requests = random.requests(upTo: 8)
      XCTAssertEqual(Pool.eventLoop.timeline(of: requests).responseTimes, try run(requests), "seed \(seed)")
    }
  }

  func testOneWorkerThatSomeWaitsKeepIsALoopThatTheyBlock() throws {
    let pool = Pool(workers: 1, waiting: .keepsWorkerIn(["call", "charge"]))
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = Random(seed: seed)
      let requests = random.requests(upTo: 8)
      XCTAssertEqual(
        pool.timeline(of: requests).responseTimes, try run(requests, blocking: ["call"]), "seed \(seed)")
    }
    let purchases = Scenario.purchases(5)
    XCTAssertEqual(pool.timeline(of: purchases).responseTimes, try run(purchases, blocking: ["charge"]))
  }

  /// Users who ask again and again, in a task each.
  func testAClosedLoopIsUsersOnAnEventLoop() throws {
    let steps: [Step] = [
      .work("before", .milliseconds(2)), .wait("database", .milliseconds(20)),
      .work("after", .milliseconds(1)),
    ]
    for users in [1, 2, 5, 7, 8, 15, 40] {
      let loop = EventLoop(time: .virtual)
      let end = Duration.seconds(1)
      let ran = try loop.run {
        let tasks = (0..<users).map { user in
          Task(executorPreference: loop) {
            var asked = Duration.milliseconds(23) * user / users
            var times: [Duration] = []
            while true {
              // As through a socket: a request comes behind all that is ready by then.
              try await loop.sleep(until: .init(offset: asked))
              for step in steps { try await loop.take(step) }
              let now = loop.clock.now.offset
              // A user who asked no more would make room for the others.
              guard now <= end else { return times }
              times.append(now - asked)
              asked = now
            }
          }
        }
        var times: [Duration] = []
        for task in tasks { times += try await task.value }
        return times
      }
      var computed: [Duration] = []
      ClosedLoop(users: users, each: steps, on: .eventLoop).measure(for: end) {
        computed.append($0.responseTime)
      }
      XCTAssertEqual(computed.sorted(), ran.sorted(), "\(users) users")
    }
  }
}

extension EventLoop {
  fileprivate nonisolated(nonsending) func take(_ step: Step, blocking: Set<String> = []) async throws {
    switch step.kind {
    case .work: work(for: step.duration)
    case .wait where blocking.contains(step.name): block(for: step.duration)
    case .wait: try await sleep(for: step.duration)
    }
  }
}
