import LessonKit
import Report
import XCTest

@testable import WhichHelpsExercise

/// What is said of answers to `which-helps` as learners would write them.
final class WhichHelpsAnswersTests: XCTestCase {
  private typealias Function = WhichHelpsGrading.Function
  private typealias Place = @Sendable (Job, Language) -> Bool

  /// The right answer, but for one technique at some places.
  private func answer(_ technique: Technique, where isMistaken: @escaping Place) -> Function {
    { job, language in
      isMistaken(job, language) ? technique : try WhichHelpsGrading.solution(job, language)
    }
  }

  /// Each wrong choice has one reason, wherever it is made alone.
  func testEveryWrongChoiceGetsItsName() {
    let wrong: [(String, Technique, Place)] = [
      ("loop-computes", .loop, { job, language in job.computes && !job.mayCrash && language == .swift }),
      (
        "loop-computes", .loop,
        { job, language in job.releasesTheLock && !job.mayCrash && language == .python }
      ),
      (
        "threads-in-swift", .threads, { job, language in job.computes && !job.mayCrash && language == .swift }
      ),
      (
        "processes-in-swift", .processes,
        { job, language in job.computes && !job.releasesTheLock && !job.mayCrash && language == .swift }
      ),
      (
        "task-group-in-python", .taskGroup,
        { job, language in job.releasesTheLock && !job.mayCrash && language == .python }
      ),
      (
        "threads-beat-the-lock", .threads,
        { job, language in job.computes && !job.mayCrash && language == .python }
      ),
      (
        "lock-is-never-released", .processes,
        { job, language in job.computes && !job.mayCrash && language == .python }
      ),
      (
        "more-than-the-loop", .taskGroup,
        { job, language in job.canBeAwaited && !job.mayCrash && language == .swift }
      ),
      (
        "thread-for-each-wait", .threads,
        { job, language in job.canBeAwaited && !job.mayCrash && language == .python }
      ),
      (
        "processes-to-wait", .processes,
        { job, language in job.canBeAwaited && !job.mayCrash && language == .python }
      ),
      (
        "processes-to-wait", .processes,
        { job, language in !job.computes && !job.canBeAwaited && !job.mayCrash && language == .swift }
      ),
      ("blocks-the-loop", .loop, { job, _ in !job.computes && !job.canBeAwaited && !job.mayCrash }),
      (
        "blocks-the-loop", .taskGroup,
        { job, language in !job.computes && !job.canBeAwaited && !job.mayCrash && language == .python }
      ),
      (
        "blocks-the-pool", .taskGroup,
        { job, language in !job.computes && !job.canBeAwaited && !job.mayCrash && language == .swift }
      ),
      ("survives-a-crash", .loop, { job, _ in job.canBeAwaited && job.mayCrash }),
      (
        "survives-a-crash", .threads, { job, language in job.computes && job.mayCrash && language == .python }
      ),
    ]
    for (mistake, technique, place) in wrong {
      let grade = WhichHelpsGrading.grade(answer(technique, where: place))
      XCTAssertEqual(grade.mistake, mistake, grade.says)
      XCTAssertFalse(grade.says.contains("One more thing"), grade.says)
    }
  }

  func testASecondFaultIsMentioned() {
    let grade = WhichHelpsGrading.grade { job, language in
      if !job.computes { return job.canBeAwaited ? .loop : .threads }
      if job.mayCrash || !job.releasesTheLock { return .processes }
      return language == .swift ? .taskGroup : .threads
    }
    XCTAssertEqual(grade.mistake, "survives-a-crash", grade.says)
    XCTAssertTrue(
      grade.says.hasSuffix(
        "One more thing: for counting primes in Swift you returned .processes; right is .taskGroup."),
      grade.says)
  }

  func testAChoiceIsToldByItsName() {
    let always = WhichHelpsGrading.grade { _, _ in .threads }
    XCTAssertEqual(always.mistake, "always-the-same")
    XCTAssertTrue(
      always.says.hasSuffix("For counting primes in Swift you returned .threads; right is .taskGroup."),
      always.says)
  }
}
