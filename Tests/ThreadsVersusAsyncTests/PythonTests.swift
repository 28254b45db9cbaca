import Console
import Foundation
import Measurement
import Processes
import TestSupport
import Workload
import XCTest

@testable import LessonKit
@testable import ThreadsVersusAsync

/// The shop in Python and the waiting requests in Python, Node and Go: they do what ours do, and need not be there.
final class PythonTests: XCTestCase {
  private func interpreter() throws -> Interpreter {
    let python = Interpreter.python()
    guard try python.isThere else { throw XCTSkip("there is no python3 here") }
    return python
  }

  func testEachServerDoesWhatOursDoes() throws {
    let python = try interpreter()
    for (name, kinds, threads) in [
      ("server_in_order", [Span.Kind.block, .block, .block], 1), ("one_loop", [.wait, .wait, .wait], 1),
      ("thread_per_request", [.block, .block, .block], 3), ("blocking_server", [.wait, .block, .wait], 1),
      ("mended_server", [.wait, .block, .wait], 4),
    ] {
      let isTogether = name.hasSuffix("_server")
      let requests = Purchase.requests(3, every: .milliseconds(isTogether ? 0 : 10))
      let recording = try InPython.serve(name, requests, with: python).recording
      XCTAssertEqual(recording.value, 3, name)
      XCTAssertEqual(recording.threads.count, threads, name)
      for lane in recording.timeline.lanes {
        let seen = lane.spans.map(\.kind).filter { $0 == .wait || $0 == .block }
        XCTAssertEqual(seen, kinds, "\(name), \(lane.label)")
        XCTAssertNotNil(lane.departure, name)
      }
      // Only the call that blocks the one thread keeps two charges from overlapping.
      let charges = recording.timeline.peakConcurrency(of: .block)
      XCTAssertEqual(charges > 1, name == "thread_per_request" || name == "mended_server", name)
    }
  }

  func testThePurchasesAreTheSame() throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: ThreadsVersusAsync.folder.appending(path: path), encoding: .utf8)
    }
    func calls(_ text: String) -> [String] {
      text.matches(of: /(?:shop|database|cards|loop\))\.(\w+)\(/).map {
        $0.1.lowercased().replacing("_", with: "")
      }
    }
    func purchase(_ path: String, _ head: String) throws -> String {
      try text(path).components(separatedBy: head)[1].components(separatedBy: "\n\n\ndef")[0]
    }
    let swift = calls(try purchase("OneLoop.swift", "func buy"))
    let python = calls(try purchase("Python/one_loop.py", "def buy"))
    XCTAssertEqual(python, swift)
    XCTAssertEqual(swift.count, 7)
    let awaited = try purchase("Python/one_loop.py", "def buy").replacing("await ", with: "")
    XCTAssertEqual(awaited, try purchase("Python/server_in_order.py", "def buy"))
  }

  func testTheProgramsKeepAllWaiting() throws {
    try forEach([
      ("Python/waiting_requests.py", .python()), ("Node/waiting_requests.js", .node()),
      ("Go/waiting_requests.go", .go()),
    ]) { program, interpreter in
      let output = try interpreter.run(ThreadsVersusAsync.folder.appending(path: program), ["500", "1.5"])
      let waiting = try JSONDecoder().decode(Elsewhere.Waiting.self, from: Data(output.utf8))
      XCTAssertEqual(waiting.waiting, 500, program)
      XCTAssertGreaterThanOrEqual(waiting.wall, 1.49, program)
    }
  }

  func testWhatIsMissingOrTooSlowIsSaidAndNothingHolds() throws {
    let slow = Elsewhere.Waiting(version: "1", waiting: 7, resident: 1, made: 9, wall: 12)
    let evidence = Elsewhere.Evidence(
      python: .failure(Interpreter.Unavailable(description: "there is no python3 on this machine")),
      node: .success(slow),
      go: .failure(Interpreter.Unavailable(description: "Go 1.4 could not build it: undefined: os.ReadFile")))
    let claims = Elsewhere.claims.map { $0.judged(by: evidence, isExact: false, lecture: "l") }
    XCTAssertEqual(claims.map(\.verdict), [.notMeasured, .notMeasured, .notMeasured])
    XCTAssertEqual(
      claims.map(\.because),
      [
        "There is no python3 on this machine.", "To make the requests took longer than each of them waits.",
        "Go 1.4 could not build it: undefined: os.ReadFile.",
      ])
    let lost = Elsewhere.Waiting(version: "1", waiting: 99_999, resident: 1, made: 1, wall: 4)
    let failed = Elsewhere.claims[1].judged(
      by: .init(python: evidence.python, node: .success(lost), go: evidence.go), isExact: false, lecture: "l")
    XCTAssertEqual(failed.verdict, .fails)
  }
}
