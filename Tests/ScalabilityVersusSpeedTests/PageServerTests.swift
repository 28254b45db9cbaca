import EventLoop
import Foundation
import Platform
import Processes
import Serving
import TestSupport
import XCTest

@testable import ScalabilityVersusSpeed

/// The page in Node, Python and Go: it does what ours does, and ends when it is no longer needed.
final class PageServerTests: XCTestCase {
  private static let programs: [(String, Interpreter)] = [
    ("Node/page.js", .node()), ("Python/page.py", .python()), ("Go/page.go", .go()),
  ]

  func testThePageIsThatOfTheLessonAndWaitsOverlap() throws {
    try forEach(Self.programs) { program, interpreter in
      let server = try PageServer(program, Page(work: .zero, wait: .milliseconds(250)), with: interpreter)
      XCTAssertTrue(server.version.contains("."), server.version)
      let page = try HTTPClient(port: server.port, loop: EventLoop(time: .real()), patience: .seconds(20))
        .get("/")
      XCTAssertEqual(page.status.code, 200, program)
      XCTAssertEqual(String(decoding: page.body, as: UTF8.self), "Hello!\n", program)
      var plan = LoadPlan(.closed(users: 8), for: .seconds(1), warmUp: .zero)
      plan.deadline = .seconds(20)
      let result = try LoadGenerator(port: server.port).run(plan)
      XCTAssertEqual(result.unanswered, 0, program)
      // Each keeps its connection and asks again. One after another there could be 4 or 5 within the second.
      XCTAssertGreaterThan(result.answered, 8, program)
    }
  }

  func testTheProcessEndsWithTheServer() throws {
    try forEach(Self.programs) { program, interpreter in
      var server: PageServer? = try PageServer(program, .usual, with: interpreter)
      let port = try XCTUnwrap(server).port
      server = nil
      let client = HTTPClient(port: port, loop: EventLoop(time: .real()), patience: .seconds(20))
      XCTAssertThrowsError(try client.get("/"), program)
    }
  }

  func testAProgramThatDoesNotServeIsSaid() throws {
    XCTAssertThrowsError(try PageServer("Node/page.js", .usual, with: .node("/no/node"))) { error in
      XCTAssertEqual("\(error)", "there is no program at /no/node, which --node names")
    }
    try forEach(Self.programs) { program, interpreter in
      XCTAssertThrowsError(try PageServer("nowhere", .usual, with: interpreter)) { error in
        let isSaid = "\(error)".contains(
          #/^(nowhere ended with status|Go [\d.]+\S* could not build nowhere: .)/#)
        XCTAssertTrue(isSaid, "\(error)")
      }
    }
  }
}
