import Console
import EventLoop
import LessonKit
import Measurement
import Platform
import Report
import Serving
import XCTest

@testable import CoreUsage

/// The scrape's pages: from a server on this machine, from the model of it, and from nowhere.
final class ScrapeTests: XCTestCase {
  /// Fetches a page in both forms, in a lane each.
  private func fetch(
    _ path: String, _ stage: Stage, _ site: @escaping @Sendable (EventLoop) -> any PageSource
  )
    throws -> [String]
  {
    try stage.loop.run { [loop = stage.loop] in
      let blocking = { () throws -> String in try loop.answer("blocking") { try site(loop).get(path) } }
      return [try blocking(), try await loop.answer("awaiting") { try await site(loop).get(path) }]
    }
  }

  private func stage(_ time: EventLoop.Time) -> Stage {
    Stage(time: time, lanes: [Lane("blocking"), Lane("awaiting")])
  }

  func testServerAndModelHaveTheSamePagesAndBothFormsWait() throws {
    let server = try PageSite.serve()
    defer { server.stop() }
    let port = server.port
    let (real, model) = (stage(.real()), stage(.virtual))
    let pages = try fetch("/page/3", real) { HTTPClient(port: port, loop: $0) }
    XCTAssertEqual(pages, Array(repeating: "<html><title>The page at /page/3</title></html>", count: 2))
    XCTAssertEqual(try fetch("/page/3", model) { ModelSite(loop: $0) }, pages)
    for (stage, isExact) in [(real, false), (model, true)] {
      let waits = zip(stage.timeline.lanes, [Span.Kind.block, .wait]).map { $0.time(in: $1) }
      for wait in waits {
        XCTAssertGreaterThanOrEqual(wait, .milliseconds(isExact ? 60 : 59))
        if isExact { XCTAssertEqual(wait, .milliseconds(60)) }
      }
    }
  }

  func testAPageThatThereIsNotIsNamed() throws {
    let server = try PageSite.serve()
    defer { server.stop() }
    let port = server.port
    XCTAssertThrowsError(try fetch("/page/9", stage(.real())) { HTTPClient(port: port, loop: $0) }) {
      XCTAssertEqual($0 as? NoPage, .refused(status: 404))
    }
    XCTAssertThrowsError(try fetch("/page/9", stage(.virtual)) { ModelSite(loop: $0) }) {
      XCTAssertEqual($0 as? NoPage, .notFound("/page/9"))
    }
  }

  func testWhereNobodyListensTheSystemSaysSo() throws {
    let server = try PageSite.serve()
    let port = server.port
    server.stop()
    XCTAssertThrowsError(try fetch("/page/1", stage(.real())) { HTTPClient(port: port, loop: $0) }) {
      XCTAssertEqual($0 as? ClientError, .cannotConnect(SystemError("connect", code: ECONNREFUSED)))
    }
  }

  func testWithoutAServerTheClaimIsNotMeasuredAndSaysWhatTheSystemSays() throws {
    let claims = try Unserved.report(time: .real()).claims
    XCTAssertEqual(claims.map(\.at), ["01:28"])
    XCTAssertEqual(claims.first?.verdict, .notMeasured)
    XCTAssertTrue(claims.first?.because.contains("Cannot assign requested address") == true, "\(claims)")
  }

  /// A scrape on a machine where no port can be bound.
  private struct Unserved: Lesson {
    static let entry = Syllabus.coreUsage
    static var parts: [any StoryPart.Type] { [Scrape.self] }

    static func tell(_ story: Story) throws {
      try story.tell(
        Scrape(serve: { () throws(SystemError) in throw SystemError("bind", code: EADDRNOTAVAIL) }))
    }
  }
}
