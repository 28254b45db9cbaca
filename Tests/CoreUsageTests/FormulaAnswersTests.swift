import Console
import LessonKit
import Report
import XCTest

@testable import BoundExercise
@testable import ShareExercise

/// What is said of answers to `share` and `bound` as learners would write them.
final class FormulaAnswersTests: XCTestCase {
  /// On purpose, or by a division: it is said for both.
  func testAnEndlessSpeedUpIsNamedWhereAllIsSpread() {
    let onPurpose = BoundGrading.grade { shares, cores in
      shares == [1] ? .infinity : try BoundGrading.solution(shares, cores)
    }
    XCTAssertEqual(onPurpose.mistake, "endless-where-all-is-spread", onPurpose.says)
    // Near: no number there, and endless elsewhere.
    let noNumber = BoundGrading.grade { shares, cores in
      shares == [1] ? .nan : try BoundGrading.solution(shares, cores)
    }
    XCTAssertEqual(noNumber.mistake, "divides-by-zero", noNumber.says)
    let oneCore = BoundGrading.grade { shares, cores in
      cores == 1 ? .infinity : try BoundGrading.solution(shares, cores)
    }
    XCTAssertEqual(oneCore.mistake, "divides-by-zero", oneCore.says)
  }

  func testTheCaseThatIsMissedIsSaid() {
    let bound = BoundGrading.grade { shares, cores in
      shares.isEmpty ? 5 : try BoundGrading.solution(shares, cores)
    }
    XCTAssertTrue(bound.says.contains("You are wrong where nothing can be spread."), bound.says)
    let share = ShareGrading.grade { usage in usage.wall == .zero ? 2 : try ShareGrading.solution(usage) }
    XCTAssertTrue(share.says.contains("You are wrong where the wall time is 0."), share.says)
  }

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
      (
        "two-kinds-of-time",
        { usage in
          guard usage.wall > .zero else { return 0 }
          let own = usage.user / (usage.wall * usage.usableCores)
          return own + usage.system / (usage.wall * usage.chipCores)
        }
      ),
      (
        "two-kinds-of-time",
        { usage in
          usage.wall > .zero ? (usage.user / usage.usableCores + usage.system) / usage.wall : 0
        }
      ),
      (
        "whole-cores",
        { usage in
          let busy = usage.wall > .zero ? ((usage.user + usage.system) / usage.wall).rounded(.up) : 0
          return busy / Double(usage.usableCores)
        }
      ),
      ("no-time-is-all", { $0.wall == .zero ? 1 : try ShareGrading.solution($0) }),
      // Near: it is the answer that is rounded.
      ("rounds-the-answer", { (try ShareGrading.solution($0) * 100).rounded() / 100 }),
      // Near: both kinds are divided by the same wrong number.
      (
        "cores-of-the-chip",
        { usage in
          usage.wall > .zero ? (usage.user + usage.system) / usage.wall / Double(usage.chipCores) : 0
        }
      ),
      (
        "takes-the-system-time-off",
        { usage in
          usage.wall > .zero ? (usage.user - usage.system) / usage.wall / Double(usage.usableCores) : 0
        }
      ),
      (
        "own-share-of-the-time",
        { usage in
          let busy = usage.user + usage.system
          return busy == .zero ? 0 : usage.user / busy
        }
      ),
      (
        "leaves-the-wall-time-out",
        { usage in
          usage.wall == .zero ? 0 : (usage.user + usage.system) / .seconds(1) / Double(usage.usableCores)
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

  func testHowTheCoresAreDividedAmongPartsGetsItsName() {
    let wrong: [(String, BoundGrading.Function)] = [
      (
        "splits-the-cores",
        { shares, cores in
          guard let longest = shares.max() else { return 1 }
          return 1 / (1 - shares.reduce(0, +) + longest / (Double(cores) / Double(shares.count)))
        }
      ),
      (
        "splits-the-cores",
        { shares, cores in
          guard !shares.isEmpty else { return 1 }
          let each = Double(max(1, cores / shares.count))
          return 1 / (1 - shares.reduce(0, +) + shares.map { $0 / each }.max()!)
        }
      ),
      (
        "splits-the-cores",
        { shares, cores in
          shares.reduce(1) { $0 - $1 + $1 * Double(shares.count) / Double(cores) }.reciprocal
        }
      ),
      // Near: each part has all the cores, and only the longest counts.
      (
        "parts-beside-each-other",
        { shares, cores in
          1 / (1 - shares.reduce(0, +) + (shares.map { $0 / Double(cores) }.max() ?? 0))
        }
      ),
      (
        "a-core-for-each-part",
        { shares, cores in
          let spread = shares.reduce(0, +)
          return 1 / (1 - spread + spread / Double(max(1, min(cores, shares.count))))
        }
      ),
      (
        "a-core-for-each-part",
        { shares, _ in 1 / (1 - shares.reduce(0, +) + (shares.max() ?? 0)) }
      ),
      (
        "averages-the-parts",
        { shares, cores in
          let mean = shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
          return 1 / (1 - mean + mean / Double(cores))
        }
      ),
      (
        "one-part-only",
        { shares, cores in
          let share = shares.first ?? 0
          return 1 / (1 - share + share / Double(cores))
        }
      ),
      (
        "spreads-the-rest",
        { shares, cores in
          let rest = 1 - shares.reduce(0, +)
          return 1 / (1 - rest + rest / Double(cores))
        }
      ),
    ]
    for (mistake, function) in wrong {
      let grade = BoundGrading.grade(function)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
    }
  }

  /// As many cores for each part as it has of the work: none of them is idle, so this is right.
  func testCoresInProportionPass() {
    let grade = BoundGrading.grade { shares, cores in
      let spread = shares.reduce(0, +)
      let times = shares.filter { $0 > 0 }.map { $0 / (Double(cores) * $0 / spread) }
      return 1 / (1 - spread + (times.max() ?? 0))
    }
    XCTAssertEqual(grade.status, .passed, grade.says)
  }
}

extension Double {
  fileprivate var reciprocal: Double { 1 / self }
}
