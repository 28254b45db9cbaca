import Console
import LessonKit
import XCTest

@testable import Workbook

final class LaunchPlanTests: XCTestCase {
  func testBuildsOnlyWhereThatIsNeededAndPossible() throws {
    let noSwift = "there is no 'swift' on the path"
    let readOnly = "the checkout is read-only"
    let old = "what runs is x as it was built before the latest changes"
    for (isBuilt, isFresh, hasSwift, canWrite, plan) in [
      (true, true, true, true, LaunchPlan.run(warning: nil)),
      (true, false, true, true, .build),
      (false, false, true, true, .build),
      (true, true, false, true, .run(warning: nil)),
      (true, false, false, true, .run(warning: "\(noSwift); \(old)")),
      (true, true, true, false, .run(warning: nil)),
      (true, false, true, false, .run(warning: "\(readOnly); \(old)")),
    ] {
      let found = try LaunchPlan(
        .init(program: "x", isBuilt: isBuilt, isFresh: isFresh, hasSwift: hasSwift, canWrite: canWrite))
      XCTAssertEqual(found, plan)
    }
  }

  func testSaysWhatToDoWhereThereIsNothingToRun() {
    for (hasSwift, canWrite, message, advice) in [
      (false, true, "x has to be built, and there is no 'swift' on the path", "swift.org/install"),
      (true, false, "x has to be built, and the checkout is read-only", "Copy the checkout"),
    ] {
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        try LaunchPlan(
          .init(program: "x", isBuilt: false, isFresh: false, hasSwift: hasSwift, canWrite: canWrite))
      }
      XCTAssertEqual(complaint.message, message)
      XCTAssertTrue(complaint.advice[0].contains(advice), complaint.advice[0])
    }
    let foreign = assertComplaint(.unavailable) { () throws(Complaint) in
      try LaunchPlan(
        .init(
          program: "x", isBuilt: false, isFresh: false, hasSwift: true, canWrite: false,
          foreignFolder: "/a/.build"))
    }
    XCTAssertEqual(foreign.message, "x has to be built, and you may not write /a/.build")
    XCTAssertEqual(foreign.advice, ["'sudo chown -R \"$(id -un)\" /a/.build' makes it yours."])
  }
}
