import LessonKit
import Report
import XCTest

@testable import BoundExercise
@testable import ShareExercise

/// What is said of answers to `share` and `bound` as learners would write them.
final class FormulaAnswersTests: XCTestCase {
  func testSharesGetTheirNames() {
    let wrong: [(String, ShareGrading.Function)] = [
      (
        "larger-of-both",
        { usage in
          guard usage.wall > .zero else { return 0 }
          return max(usage.user, usage.system) / usage.wall / Double(usage.usableCores)
        }
      ),
      (
        "whole-seconds",
        { usage in
          let possible = usage.wall.components.seconds * Int64(usage.usableCores)
          let busy = usage.user.components.seconds + usage.system.components.seconds
          return possible == 0 ? 0 : Double(busy) / Double(possible)
        }
      ),
      (
        "whole-seconds",
        { usage in
          let possible = usage.wall.components.seconds * Int64(usage.usableCores)
          return possible == 0
            ? 0 : Double((usage.user + usage.system).components.seconds) / Double(possible)
        }
      ),
      (
        "upside-down",
        { usage in
          let busy = usage.user + usage.system
          return busy == .zero ? 0 : usage.wall * usage.usableCores / busy
        }
      ),
    ]
    for (mistake, function) in wrong {
      let grade = ShareGrading.grade(function)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
    }
  }

  func testTheSecondFaultOfAShareIsMentioned() {
    let grade = ShareGrading.grade { ($0.user + $0.system) / ($0.wall * $0.chipCores) }
    XCTAssertEqual(grade.mistake, "cores-of-the-chip", grade.says)
    XCTAssertTrue(grade.says.contains("One more thing: for 0 ms of user"), grade.says)
  }

  func testBoundsGetTheirNames() {
    for helpers in [{ max(1, $0 - 1) }, { $0 - 1 }] as [@Sendable (Int) -> Int] {
      let grade = BoundGrading.grade { shares, cores in
        let spread = shares.reduce(0, +)
        return 1 / (1 - spread + spread / Double(helpers(cores)))
      }
      XCTAssertEqual(grade.mistake, "one-core-set-aside", grade.says)
    }
  }
}
