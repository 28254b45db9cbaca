import Measurement
import Platform
import Processes
import Serving
import XCTest

@testable import ScalabilityVersusSpeed

/// What the lesson measures, against what theory says of it: servers in virtual time, and the arithmetic of large crowds.
final class LoadTests: XCTestCase {
  /// A load in virtual time, from when nothing changes any more.
  private func load(_ discipline: Discipline, users: Int, page: Page = .usual) throws -> LoadResult {
    var plan = LoadPlan(
      .closed(users: users), for: .seconds(2),
      warmUp: max(.seconds(2), discipline == .oneAtATime ? page.ownTime * users * 2 : .zero))
    plan.deadline = .seconds(1000)
    return try discipline.simulate(page).run(plan)
  }

  func testOneUserWaitsForThePageAlone() throws {
    for discipline in Discipline.allCases {
      let result = try load(discipline, users: 1)
      XCTAssertEqual(result.responseTimes.shortest, Page.usual.ownTime, discipline.label)
      XCTAssertEqual(result.responseTimes.longest, Page.usual.ownTime, discipline.label)
    }
  }

  func testOneAtATimeEachUserWaitsForAllOthers() throws {
    let result = try load(.oneAtATime, users: 5)
    XCTAssertEqual(result.responseTimes.shortest, Page.usual.ownTime * 5)
    XCTAssertEqual(result.responseTimes.longest, Page.usual.ownTime * 5)
  }

  func testTheCoreWorksAsLongForAnAnswerWhateverTheDiscipline() throws {
    for discipline in Discipline.allCases {
      XCTAssertEqual(try load(discipline, users: 3).coreTime, Page.usual.work, discipline.label)
    }
  }

  func testTheArithmeticOfCrowdsComesToWhatIsSimulated() throws {
    for (discipline, users) in [
      (.oneAtATime, 1), (.oneAtATime, 7), (.threads, 7), (.eventLoop, 400),
      (.eventLoop, 1000),
    ] as [(Discipline, Int)] {
      let simulated = try load(discipline, users: users)
      let crowd = Crowd.load(discipline, .usual, users: users)
      XCTAssertEqual(
        simulated.responseTimes.mean / crowd.responseTimes.mean, 1, accuracy: 0.1,
        "\(discipline) with \(users) users")
      XCTAssertEqual(crowd.turnedAway, 0)
    }
    XCTAssertEqual(Crowd.load(.threads, .usual, users: Discipline.threadLimit + 3).turnedAway, 6)
  }

  /// Little's law at the limit, with nobody overtaking anybody: a million users wait a million times the work.
  func testInALargeCrowdEachWaitsForTheWorkOfAll() {
    for users in [10_000, 100_000] {
      let result = Crowd.load(.eventLoop, .usual, users: users)
      XCTAssertEqual(result.responseTimes.mean / (Page.usual.work * users), 1, accuracy: 0.01, "\(users)")
      XCTAssertEqual(result.throughput, Capacity.mostAnswersPerSecond(.usual), accuracy: 25, "\(users)")
    }
  }

  func testAnOfferedLoadWaitsAsQueueTheorySays() throws {
    for rate in [2.0, 5] {
      var plan = LoadPlan(.open(perSecond: rate), for: .seconds(2000), warmUp: .zero)
      plan.deadline = .seconds(1000)
      let result = try Discipline.oneAtATime.simulate(.usual).run(plan)
      let theory = try XCTUnwrap(Capacity.meanOfOneAtATime(.usual, offered: rate))
      XCTAssertEqual(result.responseTimes.mean / theory, 1, accuracy: 0.1, "\(rate) a second")
      XCTAssertEqual(result.throughput / rate, 1, accuracy: 0.05, "\(rate) a second")
    }
    XCTAssertNil(Capacity.meanOfOneAtATime(.usual, offered: 10))
  }

  /// 15 s of 20 clients: the course's figures are 4.72 a second with 65 late, and 20 a second with none.
  func testTheCoursesLoadTestComesOutInShape() throws {
    let serial = try CourseLoadTest.Outcome(.oneAtATime, CourseLoadTest.serialPage)
    // As many whole pages as fit, and of these all but those of the first two seconds.
    XCTAssertEqual(serial.throughput, (15 / 0.212).rounded(.down) / 15, accuracy: 1e-9)
    XCTAssertEqual(serial.late, Int(15 / 0.212) - Int(2 / 0.212))
    let async = try CourseLoadTest.Outcome(.eventLoop, CourseLoadTest.asyncPage)
    XCTAssertEqual(async.throughput, 20 * (15 / 0.944).rounded(.down) / 15, accuracy: 1e-9)
    XCTAssertEqual(async.late, 0)
  }

  #if os(Linux)
    /// The system itself refuses the threads, to a process of its own; a load is repeated where the machine was too busy for it.
    func testAServerWhoseThreadsRunOutSaysSoAndServesOn() throws {
      try XCTSkipIf(
        Instrumentation.hasThreadSanitizer, "under the Thread Sanitizer addresses cannot be limited")
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
  #endif
}
