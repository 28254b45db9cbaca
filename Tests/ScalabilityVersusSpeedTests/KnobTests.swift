import Console
import EventLoop
import Figures
import LessonKit
import Measurement
import Report
import Serving
import Workload
import XCTest

@testable import ScalabilityVersusSpeed

/// The lesson with turned knobs, in virtual time.
final class KnobTests: XCTestCase {
  /// A row of the table for each server: p99 in ms, answers a second, users turned away, users coped with.
  private func rows(_ report: Report) throws -> [[Double?]] {
    guard case .table(let table) = try XCTUnwrap(report.parts[0].pictures.first) else { return [] }
    return table.rows.map(\.values)
  }

  private func report(_ words: [String]) throws -> Report {
    try ScalabilityVersusSpeed.report(time: .virtual, options: words)
  }

  private func said(_ words: [String]) throws -> [String] {
    try report(words).parts[0].told.compactMap { if case .say(let text) = $0 { text } else { nil } }
  }

  func testWhateverIsTurnedAgreesWithTheClosedForms() throws {
    for (users, work, wait, threads, objective) in [
      (1, 0.4, 100, 200, 250), (50, 0.4, 100, 200, 250), (300, 0.4, 100, 100, 250), (700, 0.4, 100, 200, 500),
      (20, 5, 20, 7, 100), (100, 5, 0, 200, 250), (1000, 1, 10, 2000, 900), (9, 12, 700, 3, 250),
      (64, 0.25, 7.5, 30, 60), (333, 2, 1, 10, 40),
    ] as [(Int, Double, Double, Int, Double)] {
      let words = [
        "--users", "\(users)", "--work", "\(work)", "--wait", "\(wait)", "--threads", "\(threads)",
        "--objective", "\(objective)",
      ]
      let report = try report(words)
      let rows = try rows(report)
      let own = work + wait
      // One at a time: everyone waits for the pages of all.
      XCTAssertEqual(rows[0][0]!, Double(users) * own, accuracy: Double(users) * own * 0.01, "\(words)")
      XCTAssertEqual(rows[0][1]!, 1000 / own, accuracy: 1e-6 / own, "\(words)")
      XCTAssertEqual(rows[0][3], (objective / own).rounded(.down), "\(words)")
      // A thread that is taken is one user's.
      XCTAssertEqual(rows[1][2], Double(max(0, users - threads)), "\(words)")
      XCTAssertLessThanOrEqual(rows[1][3]!, Double(threads), "\(words)")
      // The event loop: the page's own time, or the work of all; and never more answers than its thread has time for.
      let least = max(own, Double(users) * work)
      XCTAssertGreaterThanOrEqual(rows[2][0]!, least * 0.99, "\(words)")
      XCTAssertLessThanOrEqual(rows[2][0]!, (own + Double(users) * work) * 1.01, "\(words)")
      XCTAssertLessThanOrEqual(rows[2][1]!, 1000 / work * (1 + 1e-9), "\(words)")
      XCTAssertEqual(
        rows[2][1]!, Double(users) * 1000 / least, accuracy: Double(users) * 50 / least, "\(words)")
      let most = own > objective ? 0 : min(2000, (objective / work).rounded(.down))
      XCTAssertLessThanOrEqual(rows[2][3] ?? 2000, most, "\(words)")
      XCTAssertGreaterThanOrEqual(rows[2][3] ?? 2000, (most * 0.9).rounded(.down), "\(words)")
      XCTAssertFalse(report.claims.contains { $0.verdict == .fails }, "\(words)")
    }
  }

  /// A ramp from one user on, as the lesson itself has it, finds the same.
  func testUsersThatAServerCopesWithAreThoseOfTheRamp() throws {
    for words in [["--work", "3", "--wait", "40"], ["--objective", "120"], ["--threads", "40"]] {
      let figures = try report(words).parts[0].figures
      let arguments = try Arguments(words, options: ScalabilityVersusSpeed.knobs.map(\.option))
      let load = try TurnedLoad(try Knobs(arguments, ScalabilityVersusSpeed.knobs))
      for discipline in Discipline.allCases {
        var holds = 0
        let pool = discipline.pool(threads: load.threads)
        for users in 1...900 {
          var plan = LoadPlan(.closed(users: users))
          plan.deadline = .seconds(1000)
          guard load.objective.isMet(by: pool.load(plan, load.page)) else { break }
          holds = users
        }
        XCTAssertEqual(
          figures["capacity/\(discipline.rawValue)"]?.value, Double(holds), "\(words) \(discipline)")
      }
    }
  }

  /// As long as there is a thread for each user, and one core: what the figures of the second server are taken from.
  func testAThreadForEachUserIsNoDifferentFromTheEventLoop() {
    for users in [1, 7, 60, 200, 700] {
      for page in [Page.usual, Page(work: .milliseconds(3), wait: .milliseconds(10))] {
        var plan = LoadPlan(.closed(users: users), for: .seconds(30), warmUp: .zero)
        plan.deadline = .seconds(1000)
        let results = [Discipline.threads, .eventLoop].map { $0.pool(threads: users).load(plan, page) }
        XCTAssertEqual(results[0].p99, results[1].p99, "\(users) users")
        XCTAssertEqual(results[0].throughput, results[1].throughput, accuracy: 1e-9, "\(users) users")
      }
    }
  }

  /// The closed form for the first server is what its model does.
  func testOneAtATimeTheModelAgreesWithTheClosedForm() {
    for (users, page) in [(1, Page.usual), (9, .usual), (40, Page(work: .milliseconds(3), wait: .zero))] {
      var load = TurnedLoad()
      (load.users, load.page) = (users, page)
      var plan = LoadPlan(.closed(users: users), for: .seconds(1), warmUp: .zero)
      plan.deadline = .seconds(1000)
      let model = Discipline.oneAtATime.pool().load(plan, page)
      XCTAssertEqual(load.oneAtATime.p99, model.p99)
      XCTAssertEqual(load.oneAtATime.throughput, model.throughput, accuracy: 1e-9)
    }
  }

  func testASentenceSaysWhatChangedAndWhy() throws {
    let cases = [
      (
        ["--users", "300", "--threads", "100"],
        "200 users find all 100 threads taken and are turned away, however short a page is: a thread that waits serves no one else."
      ),
      (
        ["--users", "300"],
        "The event loop's thread is never idle: 300 users × 0.4 ms of work make 120 ms until a user's next turn. More users only wait longer."
      ),
      (
        ["--wait", "400"],
        "A page takes 400.4 ms even for a single user. No server can make it faster than that, so none keeps the objective: that is speed, and not scalability."
      ),
      (
        ["--wait", "0", "--work", "5"],
        "A page that never waits leaves nothing to overlap: the event loop has no more to offer than one at a time."
      ),
      (
        ["--objective", "500"],
        "With answers due within 500 ms, one at a time copes with 4 users, 200 threads with 200, and the event loop with 1250. In the lesson these are 2, 200 and 625."
      ),
    ]
    for (words, sentence) in cases {
      let said = try said(words)
      XCTAssertTrue(said.contains(sentence), "\(words): \(said)")
    }
  }

  func testOnlyLittlesLawBearsTheKnobs() throws {
    let report = try report(["--users", "20"])
    XCTAssertEqual(report.claims.filter { $0.verdict != .notMeasured }.map(\.id), ["how-many-at-one-time"])
    XCTAssertEqual(report.claims.count, ScalabilityVersusSpeed.claims.count)
  }

  func testAPageThatTakesNoTimeIsComplainedOf() {
    XCTAssertThrowsError(try report(["--work", "0", "--wait", "0"])) { error in
      XCTAssertEqual(
        (error as? Complaint)?.message, "a page takes no time at all: give it some --work or --wait")
    }
  }
}
