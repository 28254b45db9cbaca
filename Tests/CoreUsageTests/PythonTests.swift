import Console
import EventLoop
import Foundation
import Measurement
import Platform
import Processes
import XCTest

@testable import CoreUsage
@testable import LessonKit

/// The Python programs, and what becomes of the lesson where there is no Python, or one of another kind.
final class PythonTests: XCTestCase {
  private var fakes: [URL] = []

  override func tearDown() {
    for fake in fakes { try? FileManager.default.removeItem(at: fake) }
  }

  /// A program that does the same whatever it is asked.
  private func fake(_ script: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    fakes.append(file)
    return file.path
  }

  private func reason(_ path: String, timeLimit: Duration = .seconds(20)) -> String? {
    do throws(Python.Unavailable) {
      _ = try Python(interpreter: .python(path, timeLimit: timeLimit)).run(
        "on_one_thread", limit: 100, workers: 1)
      return nil
    } catch {
      return error.description
    }
  }

  func testWithoutPythonTheReasonSaysHowToGetIt() {
    XCTAssertEqual(
      reason("/nowhere/python3"), "there is no program at /nowhere/python3, which --python names")
  }

  func testWhatAProgramDoesWrongIsTheReason() throws {
    let cases = [
      ("echo 'line one' >&2; echo 'SyntaxError: no' >&2; exit 3", "ended with status 3: SyntaxError: no"),
      ("exit 0", "printed nothing"), ("echo hello", "printed something else than a measurement"),
    ]
    for (script, expected) in cases {
      XCTAssertEqual(reason(try fake(script)), "on_one_thread.py \(expected)")
    }
    XCTAssertEqual(
      reason(try fake("exec sleep 600"), timeLimit: .seconds(1)),
      "on_one_thread.py was not done in time, and was ended")
  }

  func testEveryProgramCountsThePrimesAndWaits() throws {
    let python = Python(interpreter: .python())
    do { _ = try python.run("on_one_thread", limit: 100, workers: 1) } catch {
      throw XCTSkip("Python cannot be asked: \(error)")
    }
    for program in ["on_one_thread", "on_one_loop", "on_threads", "in_processes"] {
      let answer = try python.run(program, limit: 10_000, workers: 2)
      XCTAssertEqual(answer.result, 1229, program)
      XCTAssertEqual(answer.usage.samples.count, 48, program)
      XCTAssertGreaterThan(answer.usage.coresBusy, 0, program)
      XCTAssertGreaterThanOrEqual(try XCTUnwrap(answer.waiting), program == "on_one_thread" ? 0.4 : 0.025)
    }
    let inC = try python.run("c_code", limit: 1, workers: 2)
    XCTAssertEqual(inC.result, try python.run("c_code", limit: 1, workers: 2).result)
    XCTAssertNil(inC.waiting)
  }

  /// Where there is no lock, the lecture's statement is not wrong but about another Python.
  func testTheLockDecidesOnTheVerdict() throws {
    let cases: [(lock: Bool, busy: Double, verdict: Verdict)] = [
      (true, 1, .holds), (true, 1.9, .fails), (false, 1.9, .corrected), (false, 1, .fails),
    ]
    for (lock, busy, verdict) in cases {
      let samples = "[[1, 0, 1, \(busy / 2), 0], [2, 0, 1, \(busy / 2), 0]]"
      let path = try fake(
        #"echo '{"version": "3.14.0", "lock": \#(lock), "result": 7, "samples": \#(samples), "waiting": 0.026}'"#
      )
      let swift = Utilization(
        samples: (0...1).map {
          CoreSample(
            worker: $0, start: .zero, end: .seconds(1), cpu: .seconds(1), withoutCore: .zero)
        })
      let evidence = Ways.Evidence(
        cores: 2, coresOfLoop: 1, threads: .success(swift),
        python: .success(try PythonRuns(Python(interpreter: .python(path)), limit: 100, workers: 2) { _ in }))
      let claim = Ways.claims[0].judged(by: evidence, isExact: false, lecture: "")
      XCTAssertEqual(claim.verdict, verdict, claim.because)
      XCTAssertEqual(try XCTUnwrap(claim.measured), busy, accuracy: 1e-9)
      XCTAssertEqual(claim.because.contains("free-threaded"), !lock, claim.because)
      if verdict == .holds {
        XCTAssertTrue(claim.because.contains("16 waits of 25 ms were over after 26 ms"))
      }
    }
  }
}
