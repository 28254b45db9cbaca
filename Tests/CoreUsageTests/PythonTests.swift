import EventLoop
import Foundation
import LessonKit
import Measurement
import Platform
import Report
import XCTest

@testable import CoreUsage

/// The Python programs, and what becomes of the lesson where there is no Python, or one of another kind.
final class PythonTests: XCTestCase {
  private var fakes: [URL] = []

  override func tearDown() {
    for fake in fakes { try? FileManager.default.removeItem(at: fake) }
  }

  /// A program that answers whatever it is asked with the same text.
  private func fake(_ script: String) throws -> Python {
    Python(try fakePath(script))
  }

  private func fakePath(_ script: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    fakes.append(file)
    return file.path
  }

  private func timing(_ seconds: Double, lock: Bool) -> String {
    #"{"result": 7, "seconds": \#(seconds), "cpu": \#(seconds), "version": "3.14.0", "lock": \#(lock)}"#
  }

  private func reason(_ python: Python) -> String? {
    do {
      _ = try python.run("one_thread", limit: 100, workers: 1)
      return nil
    } catch {
      return error.reason
    }
  }

  func testWithoutPythonTheReasonSaysHowToGetIt() {
    XCTAssertEqual(
      reason(Python("/nowhere/python3")), "there is no program at /nowhere/python3, which --python names")
  }

  func testWhatAProgramDoesWrongIsTheReason() throws {
    XCTAssertEqual(
      reason(try fake("echo 'line one' >&2; echo 'SyntaxError: no' >&2; exit 3")),
      "one_thread.py ended with status 3: SyntaxError: no")
    XCTAssertEqual(reason(try fake("exit 0")), "one_thread.py printed nothing")
    let other = try XCTUnwrap(reason(try fake("echo hello")))
    XCTAssertTrue(other.hasPrefix("one_thread.py printed something else than a measurement"), other)
  }

  func testAProgramThatIsGoneIsNamed() throws {
    XCTAssertThrowsError(try Python(nil).run("gone", limit: 1, workers: 1)) { error in
      let reason = (error as? Python.Unavailable)?.reason ?? ""
      XCTAssertTrue(reason.hasPrefix("the program gone.py is not where it was"), reason)
    }
  }

  func testAProgramThatDoesNotEndIsEnded() throws {
    XCTAssertEqual(
      reason(Python(try fakePath("exec sleep 600"), timeLimit: .seconds(1))),
      "one_thread.py was not done after 1 s and was ended")
  }

  func testEveryProgramCountsThePrimes() throws {
    let python = Python(nil)
    if let reason = reason(python) { throw XCTSkip("Python cannot be asked: \(reason)") }
    for program in ["one_thread", "threads", "tasks", "processes"] {
      let timings = try python.run(program, limit: 10_000, workers: 2)
      XCTAssertEqual(timings.map(\.result), [1229], program)
      XCTAssertGreaterThan(timings[0].seconds, 0, program)
    }
    let inC = try python.run("c_code", limit: 1, workers: 2)
    XCTAssertEqual(inC.count, 2)
    XCTAssertEqual(inC[0].result, inC[1].result)
  }

  /// Where there is no lock, the lecture's statement is not wrong but about another Python.
  func testTheLockDecidesOnTheVerdict() throws {
    let cases: [(lock: Bool, threads: Double, verdict: Verdict, measured: Double)] = [
      (true, 1, .holds, 1), (true, 0.5, .fails, 2), (false, 0.5, .corrected, 2), (false, 1, .fails, 1),
    ]
    for (lock, threads, verdict, measured) in cases {
      let path = try fakePath(
        """
        case "$2" in
          *threads.py|*processes.py) echo '\(timing(threads, lock: lock))' ;;
          *) echo '\(timing(1, lock: lock))' ;;
        esac
        """)
      let report = try Compared.report(time: .virtual, options: ["--python", path])
      let claim = try XCTUnwrap(report.claims.first { $0.at == "00:57" })
      XCTAssertEqual(claim.verdict, verdict, claim.because)
      XCTAssertEqual(try XCTUnwrap(claim.measured), measured, accuracy: 1e-9)
      XCTAssertEqual(claim.because.contains("free-threaded"), !lock, claim.because)
    }
  }

  /// Compares Python with techniques that were measured on two idle cores.
  private struct Compared: Lesson {
    static let entry = Syllabus.coreUsage
    static let options = CoreUsage.options

    static func tell(_ story: Story) throws {
      let cores = AvailableCores(count: 2, numbers: [0, 1], explanation: "so it is")
      let rows = Techniques.all.map { technique in
        let alone = technique is InTurn || technique is OnOneLoop
        return Comparison.Row(
          name: technique.name, computing: run(.milliseconds(alone ? 400 : 200), workers: alone ? 1 : 2),
          waiting: run(.milliseconds(25), workers: 1))
      }
      let comparison = Comparison(rows, job: PrimeJob(below: 100, pieces: 2), workers: 2, others: 0)
      try Ways.tell(
        story, Machine(cores: cores, isExact: false), comparison, Python(story.arguments.value("python")))
    }

    private static func run(_ wall: Duration, workers: Int) -> Run {
      let samples = (0..<workers).map {
        CoreSample(worker: $0, core: $0, start: .zero, end: wall, cpu: wall)
      }
      return Run(result: 7, usage: Utilization(wall: wall, cpu: wall * workers, samples: samples))
    }
  }
}
