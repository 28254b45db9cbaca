import Measurement
import Platform
import Processes
import Queueing
import Serving
import Workload
import XCTest

@testable import ScalabilityVersusSpeed

/// What the lesson measures, against what theory says of it: servers as a model, and over sockets.
final class LoadTests: XCTestCase {
  private func load(
    _ discipline: Discipline, _ arrivals: LoadPlan.Arrivals, for time: Duration = .seconds(2),
    deadline: Duration = .seconds(1000)
  ) -> LoadResult {
    var plan = LoadPlan(arrivals, for: time, warmUp: .zero)
    plan.deadline = deadline
    return discipline.pool().load(plan, .usual)
  }

  func testOneUserWaitsForThePageAlone() {
    for discipline in Discipline.allCases {
      let result = load(discipline, .closed(users: 1))
      XCTAssertEqual(result.responseTimes.shortest, Page.usual.ownTime, discipline.label)
      XCTAssertEqual(result.responseTimes.longest, Page.usual.ownTime, discipline.label)
      XCTAssertEqual(result.coreTime, Page.usual.work, discipline.label)
    }
  }

  func testOneAtATimeEachUserWaitsForAllOthers() {
    let result = load(.oneAtATime, .closed(users: 5))
    XCTAssertEqual(result.responseTimes.shortest, Page.usual.ownTime * 5)
    XCTAssertEqual(result.responseTimes.longest, Page.usual.ownTime * 5)
  }

  /// The number of users, exactly, and never more answers than the thread has time for.
  func testLittlesLawHoldsAtEveryLoad() {
    for (discipline, users) in [
      (.oneAtATime, 7), (.threads, 200), (.eventLoop, 50), (.eventLoop, 625), (.eventLoop, 1000),
    ] as [(Discipline, Int)] {
      let result = load(discipline, .closed(users: users))
      XCTAssertEqual(result.concurrency, Double(users), accuracy: 1e-6, "\(discipline) with \(users) users")
      XCTAssertLessThanOrEqual(result.throughput, Capacity.mostAnswersPerSecond(.usual) * (1 + 1e-9))
    }
  }

  func testAUserWhoIsAnsweredTooLateHasTimedOut() {
    let late = load(.oneAtATime, .closed(users: 20), deadline: .seconds(1))
    XCTAssertEqual(late.answered, 0)
    XCTAssertEqual(late.errorRate, 1)
    XCTAssertEqual(late.throughput, 0)
    XCTAssertEqual(
      load(.threads, .closed(users: 203)).answered / 200, load(.threads, .closed(users: 200)).answered / 200)
    XCTAssertGreaterThan(load(.threads, .closed(users: 203)).turnedAway, 500)
  }

  func testTheKneeIsWhereTheoryHasIt() {
    let knees = Discipline.allCases.map { discipline in
      var ramp = Ramp(Degrading.objective, most: 2000)
      (ramp.attempts, ramp.resolution) = (1, 0)
      return ramp.findKnee { load(discipline, .closed(users: $0)) }
    }
    XCTAssertEqual(knees.map(\.holds), [2, 200, 625])
    XCTAssertEqual(knees.map(\.breaks), [3, 201, 626])
  }

  /// Little's law at the limit: a million users wait a million times the work. In groups they wait as long as one by one.
  func testInALargeCrowdEachWaitsForTheWorkOfAll() {
    for users in [625, 1000, 2000, 10_000, 1_000_000] {
      XCTAssertEqual(Million.responseTime(.eventLoop, users: users), Page.usual.work * users, "\(users)")
      XCTAssertEqual(Million.responseTime(.oneAtATime, users: users), Page.usual.ownTime * users, "\(users)")
    }
    XCTAssertEqual(load(.eventLoop, .closed(users: 2000)).responseTimes.longest, Page.usual.work * 2000)
    XCTAssertNil(Million.responseTime(.threads, users: 201))
  }

  func testAnOfferedLoadWaitsAsQueueTheorySays() throws {
    for rate in [2.0, 5] {
      let result = load(.oneAtATime, .open(perSecond: rate), for: .seconds(2000))
      let theory = try XCTUnwrap(Capacity.meanOfOneAtATime(.usual, offered: rate))
      XCTAssertEqual(result.responseTimes.mean / theory, 1, accuracy: 0.1, "\(rate) a second")
      XCTAssertEqual(result.throughput / rate, 1, accuracy: 0.05, "\(rate) a second")
    }
    XCTAssertNil(Capacity.meanOfOneAtATime(.usual, offered: 10))
  }

  /// No coordinated omission: what waits counts from the moment at which it should have begun.
  func testWhereMoreIsOfferedThanCanBeAnsweredTheQueueGrows() {
    let result = load(.oneAtATime, .open(perSecond: 20), for: .seconds(60))
    // Some 20 come and 10 leave a second, so the last of them waits as long again.
    XCTAssertEqual(result.responseTimes.longest / .seconds(60), 1, accuracy: 0.15)
    XCTAssertEqual(result.throughput, 1 / 0.1004, accuracy: 0.1)
  }

  /// 15 s of 20 clients: the course's figures are 4.72 a second with 65 late, and 20 a second with none.
  func testTheCoursesLoadTestComesOutInShape() {
    let serial = CourseLoadTest.Outcome(.oneAtATime, CourseLoadTest.serialPage)
    // As many whole pages as fit, and of these all but those of the first two seconds.
    XCTAssertEqual(serial.throughput, (15 / 0.212).rounded(.down) / 15, accuracy: 1e-9)
    XCTAssertEqual(serial.late, Int(15 / 0.212) - Int(2 / 0.212))
    let async = CourseLoadTest.Outcome(.eventLoop, CourseLoadTest.asyncPage)
    XCTAssertEqual(async.throughput, 20 * (15 / 0.944).rounded(.down) / 15, accuracy: 1e-9)
    XCTAssertEqual(async.late, 0)
  }

  /// The system itself refuses the threads, to a process of its own; a load is repeated where the machine was too busy for it.
  func testAServerWhoseThreadsRunOutSaysSoAndServesOn() throws {
    try XCTSkipUnless(
      AddressSpace.inUse != nil && !Instrumentation.hasSanitizer,
      "the addresses of a process cannot be limited here")
    let process = try SmallRoom.process.start(SmallRoom.threads)
    let port = try process.port
    func load(_ users: Int, until isEnough: (LoadResult) -> Bool) throws -> LoadResult {
      var plan = LoadPlan(.closed(users: users), for: .milliseconds(150), warmUp: .milliseconds(50))
      plan.deadline = .seconds(60)
      while true {
        let result = try LoadGenerator(port: port).run(plan)
        if isEnough(result) || plan.duration > .seconds(5) { return result }
        plan.duration *= 2
      }
    }
    let full = try load(SmallRoom.threads * 2) { $0.turnedAway > 0 && $0.answered > 0 }
    XCTAssertGreaterThan(full.turnedAway, 0)
    XCTAssertGreaterThan(full.answered, 0)
    XCTAssertEqual(full.failed, 0)
    let afterwards = try load(SmallRoom.threads / 2) { $0.turnedAway == 0 && $0.answered > 0 }
    XCTAssertGreaterThan(afterwards.answered, 0)
    XCTAssertEqual(afterwards.unanswered, 0)
    process.open()
    let survived = try process.answer()
    try process.end()
    XCTAssertTrue(survived.endedWell)
    XCTAssertEqual(survived.reports.first?.contains("pthread_create"), true, "\(survived.reports)")
  }
}
