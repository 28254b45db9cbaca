import Foundation
import Platform
import XCTest

@testable import Processes

/// A task that a program gives to itself as another process, with small programs of the shell in the program's place.
final class HelperTests: XCTestCase {
  private struct Refusal: Error {}

  private let helper = Helper("double", of: "no-such-program", timeLimit: .seconds(60)) {
    (number: Int, caller) -> [Int] in
    guard number >= 0 else { throw Refusal() }
    return [number, number]
  }
  private var folder: URL!

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "helper-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  override func tearDown() { try? FileManager.default.removeItem(at: folder) }

  private func start(_ script: String, behind gate: InputPipe? = nil) throws -> HelperProcess<[Int]> {
    let program = folder.appending(path: UUID().uuidString)
    try ("#!/bin/sh\n" + script + "\n").write(to: program, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return try helper.start(3, behind: gate, executable: program.path)
  }

  func testTheTaskGoesFromJSONToJSON() throws {
    XCTAssertEqual(String(decoding: try helper.run(Data("4".utf8), for: Caller()), as: UTF8.self), "[4,4]")
    XCTAssertThrowsError(try helper.run(Data("-1".utf8), for: Caller())) { XCTAssertTrue($0 is Refusal) }
    XCTAssertThrowsError(try helper.run(Data("no".utf8), for: Caller()))
  }

  func testTheProcessIsToldWhatToDoAndItsLastLineIsTheAnswer() throws {
    let process = try start(#"echo "$@"; echo "[1, $4]""#)
    XCTAssertEqual(process.firstLine(), "--helper double 60 3")
    XCTAssertEqual(try process.answer(), [1, 3])
    try process.end()
  }

  func testAProgramDoesATaskAsItsOwnHelper() throws {
    let sum = Helper("sum", of: "test-program") { (_: [Int], _) in 0 }
    XCTAssertEqual(try sum.answer(to: [1, 2, 3]), 6)
    let process = try sum.start([1, 2])
    XCTAssertEqual(process.firstLine(), "ready")
    process.open()
    XCTAssertEqual(try process.answer(), 3)
    XCTAssertThrowsError(try Helper("product", of: "test-program") { (_: Int, _) in 0 }.answer(to: 1)) {
      XCTAssertEqual($0 as? HelperFailure, .ended(.exited(64), errors: ""))
    }
  }

  func testAllBehindOneGateGoOnWhenItOpens() throws {
    let gate = try InputPipe()
    let processes = try (1...2).map { try start("echo ready; cat; echo '[\($0)]'", behind: gate) }
    for process in processes { XCTAssertEqual(process.firstLine(), "ready") }
    processes[0].open()
    XCTAssertEqual(try processes.map { try $0.answer() }, [[1], [2]])
  }

  func testAProcessForEachInputAnswersOnceAllAreThere() throws {
    let program = folder.appending(path: "program")
    // Each writes down that it is there; none may answer before all are.
    let script = """
      #!/bin/sh
      echo here >> "$0.log"; echo ready; cat; echo "[$4, $(wc -l < "$0.log")]"
      """
    try script.write(to: program, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    XCTAssertEqual(
      try helper.answers(to: [4, 5, 6], executable: program.path), [[4, 3], [5, 3], [6, 3]])
    XCTAssertThrowsError(try helper.answers(to: [1, 2]))
  }

  func testWhatGoesWrongIsSaid() throws {
    let failures: [(String, HelperFailure)] = [
      ("exit 3", .ended(.exited(3), errors: "")), ("kill -9 $$", .ended(.signalled(9), errors: "")),
      ("echo no >&2; exit 1", .ended(.exited(1), errors: "no\n")), ("echo hello", .unreadable),
      ("", .unreadable),
    ]
    for (script, failure) in failures {
      XCTAssertThrowsError(try start(script).answer(), script) {
        XCTAssertEqual($0 as? HelperFailure, failure)
      }
    }
    XCTAssertThrowsError(try helper.answer(to: 3)) {
      XCTAssertEqual($0 as? HelperFailure, .notFound("no-such-program"))
    }
    XCTAssertThrowsError(try helper.start(3, executable: "/nowhere/at/all")) {
      XCTAssertEqual($0 as? HelperFailure, .notStarted(SystemError("posix_spawn", code: ENOENT)))
    }
    XCTAssertEqual(
      HelperFailure.ended(.exited(1), errors: "no\n").description, "another process ended with status 1: no")
  }

  func testAProcessThatIsNotNeededAnyMoreIsEnded() throws {
    var process: HelperProcess<[Int]>? = try start("echo $$; while :; do :; done")
    let id = try XCTUnwrap(process?.firstLine().flatMap { Int32($0) })
    process = nil
    XCTAssertEqual(kill(id, 0), -1)
  }
}
