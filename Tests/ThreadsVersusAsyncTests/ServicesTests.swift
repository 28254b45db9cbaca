import Console
import EventLoop
import Figures
import Foundation
import Platform
import Postgres
import Report
import Serving
import TestSupport
import Workload
import XCTest

@testable import ThreadsVersusAsync

/// The purchase with a real database and a real service.
final class ServicesTests: XCTestCase {
  func testAChargeWithAKeyIsMadeOnceAndWithoutOneEveryTime() {
    var ledger = CardProcess.Ledger(behaviour: .late)
    let first = ledger.charge("a book", key: "1")
    XCTAssertEqual(first.1, .late)
    let again = ledger.charge("a book", key: "1")
    XCTAssertEqual(again.payment, first.payment)
    XCTAssertEqual(again.1, .usual, "only the first time is in trouble")
    XCTAssertEqual(ledger.charged.count, 1)
    XCTAssertNotEqual(ledger.charge("a book", key: "2").payment, first.payment)
    _ = ledger.charge("a book", key: nil)
    _ = ledger.charge("a book", key: nil)
    XCTAssertEqual(ledger.charged.count, 4)
  }

  func testAChargeIsSentAgainWithTheSameKeyAndGivenUpInTheEnd() throws {
    let request = Purchase.request(1)
    for failures in 0...CardsOverHTTP.attempts {
      let server = try BreakingServer(times: failures)
      defer { server.server.stop() }
      let loop = EventLoop(time: .real())
      let cards = CardsOverHTTP(port: server.server.port, loop: loop)
      let payment = try loop.run { () -> String? in
        do {
          return try await cards.charge(Order(visitor: "Ada", item: "a book"), for: request)
        } catch ClientError.broken { return nil }
      }
      let isGivenUp = failures == CardsOverHTTP.attempts
      XCTAssertEqual(payment, isGivenUp ? nil : "a book, for Ada", "\(failures) failures")
      let keys = server.keys
      XCTAssertEqual(keys.count, min(failures + 1, CardsOverHTTP.attempts))
      XCTAssertEqual(Set(keys).count, 1, "one key, however often it is sent")
      XCTAssertFalse(keys.contains("none"))
    }
  }

  func testPurchasesOnARealDatabaseAndARealService() throws {
    do { try ThrowawayServer.programs() } catch { throw XCTSkip("\(error)") }
    let outcome = try Executable("threads-vs-async").run("--json", "--database")
    XCTAssertEqual(outcome.status, 0, outcome.errors)
    let report = try Report(json: outcome.output)
    let added = report.claims.filter { $0.id.hasSuffix("/database") }
    XCTAssertEqual(added.map(\.at), ["01:06", "01:12", "01:17", "01:53"])
    for claim in added { XCTAssertNotEqual(claim.verdict, .fails, "\(claim.id): \(claim.because)") }
    XCTAssertEqual(report.claims.count { !$0.id.contains("/") }, 13)
    // What the table says is no matter of speed: who was answered, charged, and noted down.
    let part = try XCTUnwrap(report.parts.first { $0.id == "services" })
    let tables = part.told.compactMap { told -> TableFigure? in
      if case .figure(.table(let table)) = told { table } else { nil }
    }
    let table = try XCTUnwrap(tables.first)
    XCTAssertEqual(
      table.rows.map { row in [row.label] + row.values.prefix(3).map { "\(Int($0 ?? -1))" } },
      [
        ["as usual", "3", "3", "3"], ["slow", "3", "3", "3"], ["answers too late", "3", "3", "3"],
        ["breaks off", "3", "3", "3"], ["is down", "0", "0", "0"], ["too late, no key", "3", "6", "3"],
      ])
  }

  func testADatabaseThatIsNotThereIsSaidBeforeAnythingElse() throws {
    let lesson = try Executable("threads-vs-async")
    XCTAssertEqual(try lesson.run("--database", "--time", "virtual").status, ExitStatus.usage.rawValue)
    let missing = try lesson.run("--time", "real", "--database", "postgres://127.0.0.1:1/none")
    XCTAssertEqual(missing.status, ExitStatus.unavailable.rawValue, missing.output)
    XCTAssertEqual(missing.output, "")
    XCTAssertTrue(missing.errors.contains("connection to the database ended"), missing.errors)
  }

  func testWithoutTheClientLibraryTheLessonSaysSoAndIsAsBefore() throws {
    for name in ["serial-vs-async", "threads-vs-async"] {
      let lesson = try Executable(name)
      let environment = ["LANG": "en_US.UTF-8", "LIBPQ": "/nowhere/libpq.so"]
      let asked = try lesson.run("--time", "real", "--database", environment: environment)
      XCTAssertEqual(asked.status, ExitStatus.unavailable.rawValue, asked.output)
      XCTAssertEqual(asked.output, "")
      XCTAssertTrue(asked.errors.contains("no libpq at /nowhere/libpq.so, which LIBPQ names"), asked.errors)
      let plain = try lesson.run("--time", "virtual", environment: environment)
      XCTAssertEqual(plain.status, 0, plain.errors)
    }
  }
}

/// Notes the keys it is sent, and breaks off the first answers.
private final class BreakingServer {
  let server: EventLoopServer
  private let noted: Guarded<[String]>

  var keys: [String] { noted.withLock { $0 } }

  init(times failures: Int) throws {
    let noted = Guarded<[String]>([])
    self.noted = noted
    server = try EventLoopServer { request in
      let attempt = noted.withLock {
        $0.append(request.headers["idempotency-key"] ?? "none")
        return $0.count
      }
      var response = HTTPResponse(body: String(decoding: request.body, as: UTF8.self))
      response.breaksOff = attempt <= failures
      return response
    }
  }
}
