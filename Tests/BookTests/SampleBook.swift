import Console
import Foundation
import Processes
import Report
import Workbook
import XCTest

@testable import book

/// The whole book in virtual time, made once for all tests.
enum SampleBook {
  static let checkout = Checkout(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  static let book = Result { try make() }
  static let files = Result { try book.get().files() }

  static func make() throws -> Book {
    let catalogue = Catalogue(checkout)
    let reports = try catalogue.lessons.map { lesson in
      let program = Program(
        try XCTUnwrap(BuiltProgram.path(lesson.entry.id)), ["--json", "--time", "virtual"],
        timeLimit: .seconds(60))
      var report = try Report(json: try program.run().output)
      report.made = Date(timeIntervalSince1970: 1_790_000_000)
      return (lesson, report)
    }
    return try Book(
      reports, progress: Workbook.Progress(), command: "swift run lessons book --quick", in: checkout)
  }

  /// A page's text, by the lesson's id, or `index`.
  static func page(_ name: String) throws -> String {
    String(decoding: try XCTUnwrap(try files.get()["\(name).html"]), as: UTF8.self)
  }

  static func pages() throws -> [String: String] {
    try files.get().filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
