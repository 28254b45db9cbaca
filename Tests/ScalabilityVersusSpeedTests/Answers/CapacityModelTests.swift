import Measurement
import Queueing
import Workload
import XCTest

@testable import CapacityExercise

/// The right answer to `capacity` beside the model of a server: one user more, and not all have their page in time.
final class CapacityModelTests: XCTestCase {
  func testOneMoreUserIsTooMany() throws {
    for server in [ServerKind.oneAtATime, .eventLoop, .threads(atMost: 200), .threads(atMost: 5)] {
      for (work, wait, deadline) in [
        (10, 90, 250), (20, 0, 100), (3, 27, 100), (10, 300, 250), (1, 200, 450),
      ] {
        let most = try CapacityGrading.solution(server, work, wait, deadline)
        func areInTime(_ users: Int) -> Bool {
          if case .threads(let limit) = server, users > limit { return false }
          let requests = (0..<users).map {
            Request(
              "\($0)", steps: [.work("page", .milliseconds(work)), .wait("page", .milliseconds(wait))])
          }
          let pool: Pool =
            switch server {
            case .oneAtATime: .oneAtATime
            case .eventLoop: .eventLoop
            case .threads(let limit): .threadPerRequest(atMost: limit)
            }
          return pool.timeline(of: requests).responseTimes.allSatisfy { $0 <= .milliseconds(deadline) }
        }
        let place = "\(server), \(work), \(wait), \(deadline): \(most)"
        XCTAssertTrue(areInTime(most), place)
        XCTAssertFalse(areInTime(most + 1), place)
      }
    }
  }
}
