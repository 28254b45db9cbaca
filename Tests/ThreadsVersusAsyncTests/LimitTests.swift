import Console
import EventLoop
import Figures
import Foundation
import TestSupport
import XCTest

@testable import LessonKit
@testable import Platform
@testable import ThreadsVersusAsync

/// Machines that allow few threads: nothing fails there, and the reader is told what the limit is and what to do about it.
final class LimitTests: XCTestCase {
  /// A crowd as a machine with a limit makes it: what each request takes is given.
  private static func crowd(_ kind: Crowd.Kind, _ count: Int, bytesEach: Int) -> Crowd {
    let threads = kind == .threads ? count : 0
    let held = ProcessStatus(
      threads: threads, residentBytes: count * bytesEach, virtualBytes: count * bytesEach * 10,
      cpuSeconds: 0.1, voluntarySwitches: threads + 1, involuntarySwitches: 0)
    return Crowd(
      order: .init(kind: kind, count: count, wait: .seconds(1)), made: count, waiting: count, answered: count,
      creation: .milliseconds(100), counted: .milliseconds(200), wall: .seconds(1.1), held: held, total: held)
  }

  private func crowds(limit: Int, threadBytes: Int = 8500) -> Crowds {
    var crowds = Crowds(limit: ThreadLimit(limit, .user))
    crowds.measure({ order in
      .success(Self.crowd(order.kind, order.count, bytesEach: order.kind == .threads ? threadBytes : 2600))
    })
    return crowds
  }

  private func judged<Evidence>(_ claims: [Claim<Evidence>], _ evidence: Evidence) -> [ClaimRecord] {
    claims.map { $0.judged(by: evidence, isExact: false, lecture: "") }
  }

  func testALimitSaysWhichRuleItIs() {
    let limit = ThreadLimit.current
    XCTAssertGreaterThan(limit.count, 100)
    XCTAssertLessThan(limit.considerate, limit.count)
    XCTAssertTrue(limit.reason.contains(limit.rule.text))
  }

  func testARefusalSaysWhatIsAllowedWhatIsNeededAndHowToHaveIt() {
    let error = SystemError("pthread_create", code: EAGAIN)
    for (rule, remedy) in [
      (ThreadLimit.Rule.user, "nproc=200"), (.controlGroup, "--pids-limit 200"),
      (.controlGroup, "TasksMax=200"),
      (.threadIDs, "kernel.pid_max=200"), (.allThreads, "kernel.threads-max=200"),
      (.memoryMaps, "vm.max_map_count=400"), (.taskThreads, "no setting"),
    ] {
      let text = ThreadLimit(90, rule).refusal(of: 100, error)
      for part in ["100 threads", "\(error)", "90", rule.text, "200 are needed", remedy] {
        XCTAssertTrue(text.contains(part), "\(part): \(text)")
      }
    }
    let crowded = ThreadLimit(1000, .user).refusal(of: 100, error)
    XCTAssertTrue(crowded.hasSuffix("other programs hold a large part of them."), crowded)
  }

  /// What threads and tasks cost is never judged there.
  private func skipUnderSanitizer() throws {
    if let reason = Crowds.whyUnderSanitizer { throw XCTSkip(reason) }
  }

  func testNoMoreThreadsAreMadeThanAreConsideredFairAndMoreIsTriedOnce() {
    for (limit, made) in [
      (300, [1, 10, 100, 150]), (100, [1, 10, 50]), (40_000, [1, 10, 100, 1000, 10_000, 20_000]),
    ] {
      let crowds = crowds(limit: limit)
      guard case .table(let table) = crowds.table else { return XCTFail("no table") }
      let threads = table.rows.filter { $0.label.contains("thread") }
      XCTAssertEqual(threads.map { Int($0.values[3] ?? 0) - 1 }, made)
      XCTAssertEqual(crowds.remarks.count, 1, "\(crowds.remarks)")
    }
  }

  func testWhereThereAreTooFewThreadsToCompareNothingIsMeasuredAndNothingFails() throws {
    try skipUnderSanitizer()
    for limit in [100, 300, 1500] {
      let crowds = crowds(limit: limit)
      let evidence = ThreadEach.Evidence(
        hundred: .failure(SystemError("pthread_create", code: EAGAIN)), crowds: crowds)
      let costs = Costs.Evidence(crowds: crowds, turns: .success([]))
      for claim in judged(ThreadEach.claims, evidence) + judged(Costs.claims, costs) {
        XCTAssertEqual(claim.verdict, .notMeasured, claim.id)
        XCTAssertTrue(claim.because.contains("threads at once"), claim.because)
        // Why there were no hundred threads depends on the machine that asks.
        guard claim.at != "00:09" else { continue }
        XCTAssertTrue(claim.because.contains("ulimit -Hu"), claim.because)
      }
    }
  }

  func testWhatAThreadTakesIsALotOnlyIfItIs() throws {
    try skipUnderSanitizer()
    let turns = [Turns(kind: .threads, nanoseconds: 2000), Turns(kind: .pool, nanoseconds: 500)]
    for (bytes, verdict) in [(8500, Verdict.corrected), (80_000, .holds), (2700, .fails)] {
      let crowds = crowds(limit: 40_000, threadBytes: bytes)
      let claim = judged(Costs.claims, Costs.Evidence(crowds: crowds, turns: .success(turns)))[0]
      XCTAssertEqual(claim.verdict, verdict, claim.because)
    }
    let cheap = [Turns(kind: .threads, nanoseconds: 600), Turns(kind: .pool, nanoseconds: 500)]
    let claim = judged(
      Costs.claims, Costs.Evidence(crowds: crowds(limit: 40_000), turns: .success(cheap)))[0]
    XCTAssertEqual(claim.verdict, .fails, "switches that cost nearly the same")
  }

  func testAHungryTaskOrAThreadTooManyFailsItsClaim() throws {
    try skipUnderSanitizer()
    let good = crowds(limit: 40_000)
    let hundred: Result<Recording<[Receipt]>, SystemError> = .failure(SystemError("", code: 0))
    XCTAssertEqual(judged(ThreadEach.claims, .init(hundred: hundred, crowds: good))[0].verdict, .holds)
    let hungry = crowds(limit: 40_000, threadBytes: 4000)
    XCTAssertEqual(judged(ThreadEach.claims, .init(hundred: hundred, crowds: hungry))[0].verdict, .fails)
  }

  func testTheLessonIsToldToItsEndWhereAUserMayHaveAHundredThreads() throws {
    let lesson = try Executable("threads-vs-async").path
    // The system does not hold the superuser to the limit.
    let other = getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
    let shell = Executable(at: "/usr/bin/env")
    guard try shell.run(other + ["test", "-x", lesson]).status == 0 else {
      throw XCTSkip("another user cannot run the lesson's executable here")
    }
    let outcome = try shell.run(other + ["bash", "-c", "ulimit -u 100; exec \"$0\" --width 100", lesson])
    XCTAssertEqual(outcome.status, 0, outcome.errors)
    XCTAssertEqual(outcome.errors, "")
    // With Python, Node and Go on the machine there are more than the lecture's.
    XCTAssertNotNil(outcome.output.firstMatch(of: #/\n1[3-7] claims: /#), outcome.output)
    // On a busy machine others may be left open as well; none fails.
    XCTAssertFalse(outcome.output.contains("✗"), outcome.output)
    XCTAssertTrue(outcome.output.contains("nproc=200"), outcome.output)
  }
}
