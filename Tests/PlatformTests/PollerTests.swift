import Foundation
import Platform
import XCTest

final class PollerTests: XCTestCase {
  /// A wait that fails at once would be asked for again and again, and keep a core busy for nothing.
  func testAWaitThatTheSystemRefusesIsAnError() throws {
    let poller = try SystemPoller.all[0]()
    let pipes = try (1...4).map { _ in try SystemPipe() }
    // A pipe is closed as soon as nothing refers to it any more.
    defer { withExtendedLifetime(pipes) {} }
    for (token, pipe) in pipes.enumerated() {
      try poller.add(pipe.outlet, token: UInt64(token))
      poller.expect(.reading, of: pipe.outlet)
    }
    XCTAssertEqual(try poller.wait(nanoseconds: 0).count, 0)
    let limit = try XCTUnwrap(ResourceLimit(.openFiles).current)
    // `poll` refuses more descriptors than a process may have.
    try ResourceLimit.set(.openFiles, to: 3)
    defer { try? ResourceLimit.set(.openFiles, to: limit) }
    XCTAssertThrowsError(try poller.wait(nanoseconds: 0)) { error in
      XCTAssertEqual(error as? SystemError, SystemError("poll", code: EINVAL))
    }
  }
}
