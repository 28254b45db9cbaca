import Platform
import XCTest

final class TaskIdentityTests: XCTestCase {
  func testATaskHasOneNumberWhereverItRuns() async throws {
    let first = try XCTUnwrap(TaskIdentity.current)
    await Task.yield()
    XCTAssertEqual(TaskIdentity.current, first)
    let onMain = await MainActor.run { TaskIdentity.current }
    XCTAssertEqual(onMain, first)
  }

  /// One after another, so that their addresses are used again.
  func testNoNumberIsGivenTwiceAndLaterOnesAreLarger() async throws {
    var numbers = [try XCTUnwrap(TaskIdentity.current)]
    for _ in 0..<50 {
      let ofTask = await Task.detached { TaskIdentity.current }.value
      numbers.append(try XCTUnwrap(ofTask))
      async let ofChild = TaskIdentity.current
      let number = await ofChild
      numbers.append(try XCTUnwrap(number))
      numbers.append(try XCTUnwrap(TaskIdentity.next))
    }
    XCTAssertEqual(numbers, Array(Set(numbers)).sorted())
  }

  func testOutsideOfTasksThereIsNone() throws {
    let number = JoinableThread { TaskIdentity.current }
    XCTAssertNil(try number.join())
  }
}
