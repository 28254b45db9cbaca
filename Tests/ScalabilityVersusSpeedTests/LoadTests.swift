import Measurement
import XCTest

@testable import ScalabilityVersusSpeed

/// Users, samples, ramps and the arithmetic of large crowds.
final class LoadTests: XCTestCase {
  func testOneAtATimeEachUserWaitsForAllOthers() throws {
    let sample = try VirtualLoad.sample(.oneAtATime, .usual, users: 5)
    XCTAssertEqual(Set(sample.responseTimes), [Page.usual.ownTime * 5])
    XCTAssertEqual(sample.throughput, 1000 / 100.4, accuracy: 1e-9)
  }

  func testThreadsAnswerAsManyAsThereAreAndRefuseTheOthers() throws {
    XCTAssertEqual(try VirtualLoad.sample(.threads, .usual, users: Discipline.threadLimit).refused, 0)
    XCTAssertEqual(
      try VirtualLoad.sample(.threads, .usual, users: Discipline.threadLimit + 3, rounds: 2).refused, 6)
  }

  func testTheArithmeticOfCrowdsIsThatOfTheModelServersWhereNobodyOvertakes() throws {
    for users in [1, 2, 7, 50] {
      let crowd = Crowd.sample(.oneAtATime, .usual, users: users, deadline: .seconds(1000))
      XCTAssertTrue(
        try VirtualLoad.sample(.oneAtATime, .usual, users: users, deadline: .seconds(1000)) == crowd,
        "\(users)")
    }
    XCTAssertEqual(
      try VirtualLoad.sample(.eventLoop, .usual, users: 1), Crowd.sample(.eventLoop, .usual, users: 1))
  }

  /// On the loop, whoever is ready at the same moment may be taken in another order than in the arithmetic.
  func testTheArithmeticOfCrowdsIsCloseToTheModelServersElsewhere() throws {
    for (discipline, users) in [(.threads, 7), (.threads, 150), (.eventLoop, 400), (.eventLoop, 1000)]
      as [(Discipline, Int)]
    {
      let model = try VirtualLoad.sample(discipline, .usual, users: users, deadline: .seconds(1000))
      let crowd = Crowd.sample(discipline, .usual, users: users, deadline: .seconds(1000))
      XCTAssertEqual(
        model.throughput / crowd.throughput, 1, accuracy: 0.05, "\(discipline) with \(users) users")
      XCTAssertEqual(model.mean / crowd.mean, 1, accuracy: 0.1, "\(discipline) with \(users) users")
    }
  }

  func testUsersWhoGiveUpAreCountedApart() throws {
    let sample = try VirtualLoad.sample(.oneAtATime, .usual, users: 20)
    XCTAssertEqual(sample.timedOut, 60)
    XCTAssertEqual(sample.responseTimes, [])
    XCTAssertNil(sample.p99)
    XCTAssertFalse(Objective.usual.isMet(by: sample))
  }

  func testTheObjectiveAsksForTheTailAndForNoErrors() {
    func isMet(_ milliseconds: [Int], timedOut: Int = 0, refused: Int = 0) -> Bool {
      Objective.usual.isMet(
        by: Sample(
          users: 1, responseTimes: milliseconds.map { .milliseconds($0) }, timedOut: timedOut,
          refused: refused,
          throughput: 1))
    }
    XCTAssertTrue(isMet([250]))
    XCTAssertFalse(isMet([251]))
    XCTAssertTrue(isMet(Array(repeating: 100, count: 99) + [900]))
    XCTAssertFalse(isMet(Array(repeating: 100, count: 98) + [900, 900]))
    XCTAssertFalse(isMet([100], timedOut: 1))
    XCTAssertFalse(isMet([100], refused: 1))
    XCTAssertFalse(isMet([]))
  }

  func testTheExactRampFindsTheVeryLastGoodNumberOfUsers() {
    for knee in [0, 1, 2, 3, 100, 127, 128, 500] {
      let ramp = Ramp(to: 500, .usual) { users in
        Sample(users: users, responseTimes: [.milliseconds(users <= knee ? 250 : 251)], throughput: 1)
      }
      XCTAssertEqual(ramp.capacity, knee)
      XCTAssertEqual(ramp.degraded, knee < 500 ? knee + 1 : nil)
    }
  }

  func testTheCoursesLoadTestComesOutInShape() throws {
    let serial = try VirtualLoad.sample(
      .oneAtATime, CourseLoadTest.serialPage, users: 20, deadline: CourseLoadTest.deadline)
    XCTAssertEqual(serial.throughput, 4.72, accuracy: 0.01)
    XCTAssertEqual(serial.timedOutShare, 1)
    let async = try VirtualLoad.sample(
      .eventLoop, CourseLoadTest.asyncPage, users: 20, deadline: CourseLoadTest.deadline)
    XCTAssertEqual(async.throughput, 21.2, accuracy: 0.1)
    XCTAssertEqual(async.timedOut, 0)
  }

  func testAnAnswerIsWholeWhenItsLengthIsThere() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"
    for (text, status) in [("HTTP/1.1 200", nil), (head, nil), (head + "ab", nil), (head + "abc", 200)]
      as [(String, Int?)]
    {
      XCTAssertEqual(Connection.status(ofWhole: Array(text.utf8)), status, text)
    }
    XCTAssertEqual(
      Connection.status(ofWhole: Array("HTTP/1.1 503 Service Unavailable\r\n\r\n".utf8)), 503)
  }

  func testAllThreeServersAnswerOverSockets() throws {
    let page = Page(work: .zero, wait: .milliseconds(1))
    for discipline in Discipline.allCases {
      let sample = try RealLoad.sample(
        discipline, page, users: 3, lasting: .milliseconds(100), deadline: .seconds(30))
      XCTAssertGreaterThan(sample.responseTimes.count, 0, discipline.label)
      XCTAssertEqual(sample.refused + sample.timedOut, 0, discipline.label)
    }
  }
}
