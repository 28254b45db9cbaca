import Console
import EventLoop
import Figures
import Foundation
import LessonKit
import Postgres
import Report
import TestSupport
import XCTest

/// The lesson's executable, run as a process: text and exit statuses.
final class ExecutableTests: XCTestCase {
  private func lesson() throws -> Executable { try Executable("serial-vs-async") }

  func testInVirtualTimeTheBarsAreThoseOfTheLecture() throws {
    let outcome = try lesson().run("--time", "virtual")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertEqual(outcome.errors, "")
    let bars = """
      Overlapped while they wait
      request 1  █░░░░░░░█░░░░░░░░░░░░░░░█                                      200 ms
      request 2  █░░░░░░░░█░░░░░░░░░░░░░░█                                      205 ms
      request 3  ·█░░░█░░░░░░░█                                                 110 ms
                 ┬───────────┬───────────┬────────────┬───────────┬───────────┬
                 0          100         200          300         400         500 ms
                 ██ working  ░░ waiting, thread given back  ·· queued
      """
    XCTAssertTrue(outcome.output.contains(bars), outcome.output)
    XCTAssertTrue(
      outcome.output.contains("→ What if request 2 blocks?  serial-vs-async --blocking 2\n"), outcome.output)
    XCTAssertTrue(outcome.output.hasSuffix("\n15 claims: 15 hold.\n"))
  }

  func testPipedOutputHasNoEscapeSequencesAndNoLongLines() throws {
    for width in [40, 80, 140, 200] {
      let output = try lesson().run("--time", "virtual", "--width", "\(width)").output
      XCTAssertFalse(output.contains("\u{1B}"))
      XCTAssertFalse(output.contains("\r"))
      for line in output.split(separator: "\n") { XCTAssertLessThanOrEqual(line.count, width, "\(line)") }
    }
  }

  func testWithoutUnicodeEverythingIsASCII() throws {
    for outcome in [
      try lesson().run("--time", "virtual", environment: ["LANG": "C"]),
      try lesson().run("--time", "virtual", "--ascii"),
    ] {
      XCTAssertTrue(outcome.output.allSatisfy(\.isASCII))
      XCTAssertTrue(outcome.output.contains("request 1  #--"))
    }
  }

  func testTheReportIsAllThatJSONPrints() throws {
    let outcome = try lesson().run("--time", "virtual", "--json")
    XCTAssertEqual(outcome.status, 0)
    let report = try Report(json: outcome.output)
    XCTAssertEqual(report.version, 2)
    XCTAssertEqual(report.lesson, "serial-vs-async")
    XCTAssertEqual(report.time, "virtual")
    XCTAssertEqual(report.claims.count, 15)
    XCTAssertTrue(report.claims.allSatisfy { $0.verdict == .holds })
    XCTAssertEqual(
      report.parts.flatMap { $0.pictures.filter { $0.kind == .timeline }.map(\.id) },
      ["serial", "async", "one-by-one", "threads"])
  }

  func testTwoRunsInVirtualTimePrintTheSame() throws {
    XCTAssertEqual(try lesson().run("--time", "virtual").output, try lesson().run("--time", "virtual").output)
  }

  func testTurnedKnobsRedrawThePictureInVirtualTime() throws {
    let outcome = try lesson().run("--blocking", "2")
    XCTAssertEqual(outcome.status, 0)
    let bars = """
      Overlapped while they wait
      request 1  █░░░░░░░░················█░░░░░░░░░░░░░░░█                     340 ms
      request 2  █▓▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓▓▓▓▓█                                      205 ms
      request 3  ·························█░░█░░░░░░░█                          305 ms
      """
    XCTAssertTrue(outcome.output.contains(bars), outcome.output)
    XCTAssertTrue(outcome.output.contains("virtual time: exact · --blocking 2"), outcome.output)
    XCTAssertTrue(outcome.output.contains("15 claims: 3 hold, 12 not measured."), outcome.output)
    XCTAssertTrue(
      outcome.output.contains("There is more to turn: --requests, --work, --wait, --arrivals, --threads."),
      outcome.output)
    let real = try lesson().run("--requests", "1", "--wait", "20", "--time", "real", "--width", "140")
    XCTAssertTrue(real.output.contains("real time, on this machine · --requests 1"), real.output)
  }

  func testWithTurnedKnobsTheReportOfTheLecturesScenarioIsLeftAsItIs() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    XCTAssertEqual(try lesson().run("--wait", "20", "--report", file.path).status, 0)
    XCTAssertFalse(FileManager.default.fileExists(atPath: file.path))
  }

  func testGuessesAreComparedWithWhatHappensAndTheReasonIsAskedFor() throws {
    let output = try lesson().run("--time", "virtual", "--predict", input: "400\n1\n2\n3\n\nq\n").output
    XCTAssertTrue(
      output.contains("> The response time of request 3: you said 400 ms, and it is 500 ms.\n"), output)
    XCTAssertTrue(output.contains("> Each of the three computes for 15 ms."), output)
    XCTAssertTrue(output.contains("> Right. In a queue, a response time is"), output)
    XCTAssertTrue(
      output.contains("> The request that is answered first: you said 3, and it is 3. Right."), output)
    XCTAssertFalse(output.contains("and it is 110 ms"), "a question that was skipped has no answer")
    XCTAssertFalse(output.contains("How many times as many a second"), "q skips all that come behind")
  }

  func testWithoutAnAnswerTheLessonGoesOn() throws {
    let outcome = try lesson().run("--time", "virtual", "--predict")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertTrue(outcome.output.contains("No answer; the lesson goes on without."))
    XCTAssertTrue(outcome.output.contains("15 claims: 15 hold.\n"))
  }

  func testInAPipeNothingIsAskedUnlessItIsAskedFor() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    let outcome = try lesson().run("--time", "virtual", "--answers", file.path, input: "500\n2\n")
    XCTAssertFalse(outcome.output.contains("your guess"), outcome.output)
    XCTAssertFalse(FileManager.default.fileExists(atPath: file.path))
    XCTAssertEqual(try lesson().run("--predict", "--no-predict").status, 64)
  }

  func testThePictureFileHoldsAllFigures() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    XCTAssertEqual(try lesson().run("--time", "virtual", "--svg", file.path).status, 0)
    let document = try String(contentsOf: file, encoding: .utf8)
    for title in ["One after another", "Overlapped while they wait", "A thread for each request"] {
      XCTAssertTrue(document.contains(title), title)
    }
  }

  func testAPictureIsWrittenThroughALinkAndNeverOverADevice() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, link) = (folder.appending(path: "a.svg"), folder.appending(path: "link.svg"))
    try Data().write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    XCTAssertEqual(try lesson().run("--time", "virtual", "--svg", link.path).status, 0)
    XCTAssertTrue(try String(contentsOf: file, encoding: .utf8).hasPrefix("<svg"))
    XCTAssertEqual(
      try FileManager.default.destinationOfSymbolicLink(atPath: link.path), file.path, "the link stays one")

    let refused = try lesson().run("--svg", "/dev/null")
    XCTAssertEqual(refused.status, 69)
    XCTAssertTrue(refused.errors.contains("/dev/null is not an ordinary file"), refused.errors)
  }

  func testOutputThatCannotBeWrittenIsToldWithStatus74() throws {
    let shell = Executable(at: "/bin/sh")
    for redirection in [">/dev/full", ">&-"]
    where redirection != ">/dev/full" || access("/dev/full", W_OK) == 0 {
      let outcome = try shell.run(["-c", "\"$0\" --time virtual \(redirection)", try lesson().path])
      XCTAssertEqual(outcome.status, 74, redirection)
      XCTAssertTrue(outcome.errors.contains("could not be written"), outcome.errors)
    }
  }

  func testAPictureOnStandardOutputIsAllThatIsPrinted() throws {
    let outcome = try lesson().run("--time", "virtual", "--svg", "-")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertTrue(outcome.output.hasPrefix("<svg"))
    XCTAssertEqual(try lesson().run("--json", "--svg", "-").status, 64)
  }

  func testTheReportIsWrittenBesidesWhatIsShown() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let shown = try lesson().run("--time", "virtual", "--report", file.path)
    XCTAssertEqual(shown.status, 0)
    XCTAssertTrue(shown.output.contains("15 claims"), shown.output)
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let report = try decoder.decode(Report.self, from: Data(contentsOf: file))
    XCTAssertEqual(report.claims.count, 15)
    XCTAssertEqual(try lesson().run("--report", "-").status, 64)
  }

  func testWrongUsageIsAnsweredOnStandardError() throws {
    let cases: [([String], Int32, String)] = [
      (["--tmie", "real"], 64, "serial-vs-async: there is no option '--tmie'\n  Did you mean --time?\n"),
      (
        ["--time", "virtuel"], 64,
        "serial-vs-async: --time is real or virtual, not 'virtuel'\n  Did you mean --time virtual?\n"
      ),
      (["--width", "0"], 64, "serial-vs-async: --width takes a whole number from 20 to 200, not '0'\n"),
      (["--slow", "0.5"], 64, "serial-vs-async: --slow takes a factor from 1 to 100, not '0.5'\n"),
      (
        ["--time", "virtual", "--slow", "5"], 64,
        "serial-vs-async: virtual time is over at once and cannot be slowed down\n  Use --slow with --time real.\n"
      ),
      (
        ["--svg", "/nowhere/at/all.svg"], 69,
        "serial-vs-async: there is no folder /nowhere/at to write all.svg to\n"
      ),
      (
        ["--requets", "5"], 64,
        "serial-vs-async: there is no option '--requets'\n  Did you mean --requests?\n"
      ),
      (
        ["--blocking", "4"], 64,
        "serial-vs-async: --blocking names request 4, and there are 3 requests\n  Add --requests 4, or name another one.\n"
      ),
      (
        ["extra"], 64,
        "serial-vs-async: a lesson takes options only, not 'extra'\n  --help lists the options.\n"
      ),
    ]
    for (words, status, errors) in cases {
      let outcome = try lesson().run(words)
      XCTAssertEqual(outcome.status, status, "\(words)")
      XCTAssertEqual(outcome.errors, errors, "\(words)")
      XCTAssertEqual(outcome.output, "", "\(words)")
    }
  }

  func testHelpNamesEveryOption() throws {
    let outcome = try lesson().run("--help")
    XCTAssertEqual(outcome.status, 0)
    for option in [
      "--requests", "--work", "--wait", "--arrivals", "--blocking", "--threads", "--time", "--slow",
      "--predict", "--no-predict", "--answers", "--svg", "--json", "--no-color", "--ascii", "--width",
      "--help",
    ] {
      XCTAssertTrue(outcome.output.contains("  \(option)"), option)
    }
  }

  /// With a database of its own, and with one that runs: the lecture's list is complete, and nothing is left of it.
  func testAsksARealDatabase() throws {
    do { try ThrowawayServer.programs() } catch { throw XCTSkip("\(error)") }
    let server = try ThrowawayServer()
    let observer = try Connection.open(server.info, on: EventLoop(time: .real()))
    func schemas() throws -> Int {
      try observer.query("select nspname from pg_namespace where nspname like 'workbook%'").count
    }
    // What an earlier run left that was ended by force.
    _ = try observer.query("create schema workbook_1")
    for words in [
      ["--database"],
      ["--database", server.info.replacing(" ", with: "&").replacing("host", with: "postgres:///?host")],
    ] {
      let outcome = try lesson().run(["--json"] + words)
      XCTAssertEqual(outcome.status, 0, "\(words): \(outcome.errors)")
      let report = try Report(json: outcome.output)
      let added = report.claims.filter { $0.id.hasSuffix("/database") }
      XCTAssertEqual(added.map(\.at), ["00:14", "00:34", "00:41", "01:21", "01:27"])
      XCTAssertEqual(report.claims.count { !$0.id.contains("/") }, 15)
      for claim in added { XCTAssertNotEqual(claim.verdict, .fails, "\(claim.id): \(claim.because)") }
      XCTAssertEqual(report.parts.filter { ["database", "connections"].contains($0.id) }.count, 2)
    }
    XCTAssertEqual(try schemas(), 0)
  }

  func testADatabaseThatIsNotThereIsSaidBeforeAnythingElse() throws {
    let virtual = try lesson().run("--database", "--time", "virtual")
    XCTAssertEqual(virtual.status, ExitStatus.usage.rawValue)
    let missing = try lesson().run("--time", "real", "--database", "postgres://127.0.0.1:1/none")
    XCTAssertEqual(missing.status, ExitStatus.unavailable.rawValue, missing.output)
    XCTAssertTrue(missing.errors.contains("connection to the database ended"), missing.errors)
  }
}
