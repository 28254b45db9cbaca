import Measurement
import Queueing
import Workload
import XCTest

/// The model of a pool, against what can be worked out by hand and what has to be true of any schedule.
final class PoolTests: XCTestCase {
  private func milliseconds(_ times: [Duration]) -> [Int] { times.map { Int($0 / .milliseconds(1)) } }

  private func job(_ steps: Step...) -> Request { Request("job", steps: steps) }

  private func work(_ time: Int) -> Step { .work("work", .milliseconds(time)) }
  private func wait(_ time: Int) -> Step { .wait("wait", .milliseconds(time)) }

  // MARK: Worked out by hand

  func testOneWorkerThatIsKeptAnswersOneAfterAnother() {
    for requests in [
      Samples.three, Samples.oneByOne, Scenario.purchases(5, every: .milliseconds(70)),
    ] {
      XCTAssertEqual(
        Pool.oneAtATime.timeline(of: requests).responseTimes, Prediction.serialResponseTimes(of: requests))
    }
  }

  func testOneWorkerThatIsGivenBackLetsWaitsOverlap() {
    XCTAssertEqual(
      milliseconds(Pool.eventLoop.timeline(of: Samples.three).responseTimes), [200, 205, 110])
  }

  func testAsManyWorkersAndCoresAsRequestsLetNoneWaitForAnother() {
    let requests = Scenario.purchases(7)
    for waiting in [Pool.Waiting.keepsWorker, .givesWorkerBack, .keepsWorkerIn(["charge"])] {
      let pool = Pool(workers: 7, cores: 7, waiting: waiting)
      XCTAssertEqual(pool.timeline(of: requests).responseTimes, requests.map(\.ownTime))
    }
  }

  /// Purchases that block for 60 of their 100 ms, on two workers.
  func testStepsThatBlockKeepTheirWorkerAndOthersDoNot() {
    let pool = Pool(workers: 2, cores: 2, waiting: .keepsWorkerIn(["charge"]))
    // 1 and 2 keep both workers from 21 to 83 ms, then 3 keeps one until 145: 2 is answered by the other, after 1.
    XCTAssertEqual(milliseconds(pool.timeline(of: Scenario.purchases(3)).responseTimes), [100, 102, 162])
  }

  /// Threads that share one core: only what they compute stands in line.
  func testThreadsOnOneCoreShareItAsTasksOnALoopDo() {
    for requests in [Samples.three, Scenario.purchases(9, every: .milliseconds(2))] {
      XCTAssertEqual(
        Pool.threadPerRequest(atMost: nil).timeline(of: requests).responseTimes,
        Pool.eventLoop.timeline(of: requests).responseTimes)
    }
  }

  func testWithoutAWorkerARequestStandsInLine() {
    // Two threads on one core: the third request gets its thread when the first has left, after 12 ms.
    let pool = Pool(workers: 2, waiting: .keepsWorker)
    let requests = Array(repeating: job(work(1), wait(10), work(1)), count: 3)
    XCTAssertEqual(milliseconds(pool.timeline(of: requests).responseTimes), [12, 13, 25])
  }

  func testARequestThatIsNotAdmittedIsTurnedAwayAndMakesRoomForLaterOnes() {
    let requests = [0, 1, 2, 14, 15].map { job(work(1), wait(10)).arriving(at: .milliseconds($0)) }
    let lanes = Pool.threadPerRequest(atMost: 2).timeline(of: requests).lanes
    // The first two leave at 11 and 12 ms.
    XCTAssertEqual(lanes.map { $0.departure == nil }, [false, false, true, false, false])
    XCTAssertEqual(lanes[2].spans, [])
  }

  func testRoundRobinSharesACoreEvenly() {
    var pool = Pool.threadPerRequest(atMost: nil)
    let requests = [job(work(10)), job(work(10)), job(work(2))]
    XCTAssertEqual(milliseconds(pool.timeline(of: requests).responseTimes), [10, 20, 22])
    pool.slice = .milliseconds(1)
    // While all three compute each has a third of the core: the short one leaves after 6 ms.
    XCTAssertEqual(milliseconds(pool.timeline(of: requests).responseTimes), [21, 22, 6])
  }

  func testOneAtATimeTheirMakespanIsAllTheirWork() {
    XCTAssertEqual(Pool.oneAtATime.timeline(of: Samples.computing(50)).makespan, .milliseconds(500))
    XCTAssertEqual(Pool.oneAtATime.timeline(of: []).makespan, .zero)
  }

  // MARK: True of every schedule

  func testEveryScheduleIsOne() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = Random(seed: seed)
      let requests = random.requests(upTo: 8)
      let pool = random.pool()
      let timeline = pool.timeline(of: requests)
      XCTAssertEqual(timeline, pool.timeline(of: requests))
      for (request, lane) in zip(requests, timeline.lanes) where lane.departure != nil {
        assertIsWhole(lane, request, "seed \(seed)")
      }
      let spans = timeline.lanes.flatMap(\.spans)
      let working = spans.filter { $0.kind == .work }
      let hasCoreEach = pool.workers.map { $0 <= pool.cores } ?? false
      XCTAssertLessThanOrEqual(peak(working), pool.cores, "seed \(seed): more compute than there are cores")
      for core in Set(working.map(\.thread)) {
        let own = spans.filter { $0.thread == core }
        XCTAssertEqual(peak(own), own.isEmpty ? 0 : 1, "seed \(seed): core \(core) does two things at once")
      }
      if let workers = pool.workers {
        let kept = spans.filter { $0.kind == .work || $0.kind == .block }
        XCTAssertLessThanOrEqual(peak(kept), workers, "seed \(seed): more are kept than there are workers")
      }
      if let most = pool.admitted {
        let inside = timeline.lanes.compactMap { lane in lane.departure.map { (lane.arrival, $0) } }
        XCTAssertLessThanOrEqual(peak(inside), most, "seed \(seed): more are inside than are admitted")
      } else {
        XCTAssertEqual(timeline.responseTimes.count, requests.count, "seed \(seed)")
      }
      if hasCoreEach || pool.workers == nil { assertNoCoreIsIdleForNothing(timeline, pool, seed) }
    }
  }

  /// From arrival to departure without a gap, and of each kind what the request's steps say.
  private func assertIsWhole(_ lane: Lane, _ request: Request, _ seed: String) {
    var now = request.arrival
    for stretch in lane.spans {
      XCTAssertEqual(stretch.start, now, seed)
      now = stretch.end
    }
    XCTAssertEqual(now, lane.departure, seed)
    func time(_ kinds: Span.Kind...) -> Duration {
      lane.spans.reduce(.zero) { kinds.contains($1.kind) ? $0 + ($1.end - $1.start) : $0 }
    }
    XCTAssertEqual(time(.work), request.work, seed)
    XCTAssertEqual(time(.block, .wait), request.waiting, seed)
  }

  /// Nobody stands in line while a worker, or with a thread for each request a core, is free.
  private func assertNoCoreIsIdleForNothing(_ timeline: Timeline, _ pool: Pool, _ seed: UInt64) {
    let servers = pool.workers ?? pool.cores
    let spans = timeline.lanes.flatMap(\.spans)
    for queued in spans where queued.kind == .queue {
      let middle = queued.start + (queued.end - queued.start) / 2
      let busy = spans.count { $0.thread != 0 && $0.start <= middle && middle < $0.end }
      XCTAssertEqual(busy, servers, "seed \(seed): a request stands in line, and not all are busy")
    }
  }

  private func peak(_ spans: [Span]) -> Int { peak(spans.map { ($0.start, $0.end) }) }

  /// How many of these overlap at most.
  private func peak(_ spans: [(start: Duration, end: Duration)]) -> Int {
    let changes = spans.filter { $0.end > $0.start }.flatMap { [($0.start, 1), ($0.end, -1)] }
    var (now, peak) = (0, 0)
    for (_, change) in changes.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      now += change
      peak = max(peak, now)
    }
    return peak
  }
}
