import LessonKit
import TestSupport
import XCTest

@testable import CeilingExercise

/// Answers to `ceiling` as others would write them.
final class CeilingAnswersTests: XCTestCase {
  private typealias Ceiling = Variant<CeilingGrading.Function>

  func testRightAnswersPass() {
    for variant in [
      Ceiling("by seconds", .passesWith("the wait cancels out")) { work, _ in 1 / (work / 1000) },
      Ceiling("by what one keeps busy", .passesWith("the wait cancels out")) { work, wait in
        1000 / (work + wait) * ((work + wait) / work)
      },
      Ceiling("a factor first", .passesWith("the wait cancels out")) { work, _ in 1000 * (1 / work) },
    ] { variant.check(CeilingGrading.examine) }
  }

  func testWrongAnswersGetTheirNames() {
    for variant in [
      Ceiling("the serial server, in whole requests", .mistake("counts-the-wait")) { work, wait in
        Double(1000 / Int((work + wait).rounded()))
      },
      Ceiling(
        "the thread's rate, for the share of time in which one waits", .mistake("forgets-the-request-itself")
      ) {
        work, wait in 1000 / work * (wait / (work + wait))
      },
      Ceiling("the share of waiting", .mistake("share-of-work")) { work, wait in wait / (work + wait) },
      Ceiling("how many wait meanwhile", .mistake("gain-for-the-rate")) { work, wait in wait / work },
      Ceiling("to the nearest", .mistake("whole-requests-only")) { work, _ in (1000 / work).rounded() },
      Ceiling("a minute", .mistake("forgets-the-unit")) { work, _ in 60_000 / work },
      Ceiling("the scarcer of the two", .mistake("longer-of-the-two")) { work, wait in
        wait > 0 ? min(1000 / work, 1000 / wait) : 1000 / work
      },
      Ceiling("the first wait", .mistake("counts-the-first-wait")) { work, wait in
        (1000 - wait) / work
      },
      Ceiling("the gain once more", .mistake("multiplies-by-the-gain")) { work, wait in
        1000 / work * (work + wait) / work
      },
      Ceiling("a constant", .mistake("always-the-same")) { _, _ in 50 },
      Ceiling("two threads", .mistake("off-by-a-factor")) { work, _ in 2000 / work },
    ] { variant.check(CeilingGrading.examine) }
  }
}
