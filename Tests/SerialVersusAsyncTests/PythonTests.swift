import Foundation
import Measurement
import Processes
import XCTest

@testable import LessonKit
@testable import SerialVersusAsync

/// The three servers in Python: the same names, the same answers, and what the lecture says of them.
final class PythonTests: XCTestCase {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Lessons/01-serial-vs-async")

  private func interpreter() throws -> Interpreter {
    let python = Interpreter.python()
    guard try python.isThere else { throw XCTSkip("there is no python3 here") }
    return python
  }

  func testEachServerDoesWhatOursDoes() throws {
    let python = try interpreter()
    for (name, kind, threads) in [
      ("serial_server", Span.Kind.block, 1), ("async_server", .wait, 1), ("thread_server", .block, 3),
    ] {
      let recording = try InPython.serve(name, with: python).recording
      XCTAssertEqual(recording.value, 3, name)
      XCTAssertEqual(recording.threads.count, threads, name)
      for lane in recording.timeline.lanes {
        XCTAssertEqual(
          lane.spans.map(\.kind).filter { $0 != .queue }, [.work, kind, .work, kind, .work],
          "\(name), \(lane.label)")
        XCTAssertNotNil(lane.departure, name)
      }
      let overlaps = recording.timeline.peakConcurrency(of: .block, .wait) > 1
      XCTAssertEqual(overlaps, name != "serial_server", name)
    }
  }

  /// The steps of a handler come in the same order in both languages; in Python, too, only keywords tell the two handlers apart.
  func testTheHandlersAreTheSame() throws {
    func handler(_ file: String) throws -> [String] {
      let text = try String(contentsOf: Self.folder.appending(path: "Python/\(file).py"), encoding: .utf8)
      let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      let start = try XCTUnwrap(lines.firstIndex { $0.contains("def handle(") })
      return Array(lines[start...(start + 5)])
    }
    let (serial, async) = (try handler("serial_server"), try handler("async_server"))
    XCTAssertNotEqual(serial, async)
    XCTAssertEqual(
      async.map { $0.replacing("async ", with: "").replacing("await ", with: "") }, serial)
    let swift = try String(contentsOf: Self.folder.appending(path: "SerialServer.swift"), encoding: .utf8)
    let steps = ["receive", "user", "greet", "courses", "respond"]
    for text in [swift.split(separator: "func handle")[1].description, serial.joined(separator: "\n")] {
      let calls = text.matches(of: /(?:site|database)\.(\w+)\(/).map { String($0.1) }
      XCTAssertEqual(calls, steps)
    }
  }

  func testWhatIsNotThereOrPrintsSomethingElseIsNamed() throws {
    XCTAssertThrowsError(try Interpreter.python("/nowhere/python3").isThere) { error in
      XCTAssertEqual("\(error)", "there is no program at /nowhere/python3, which --python names")
    }
    XCTAssertThrowsError(try InPython.serve("serial_server", with: .python("/bin/echo"))) { error in
      XCTAssertEqual("\(error)", "serial_server.py printed something else than a recording")
    }
  }
}
