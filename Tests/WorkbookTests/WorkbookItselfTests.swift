import EventLoop
import LessonKit
import XCTest

@testable import SerialVersusAsync
@testable import Workbook

/// The workbook checks itself: transcripts, marks and claims fit one another.
final class WorkbookItselfTests: XCTestCase {
  private static let checkout = Checkout(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  func testEveryLessonHasItsFolderAndTranscript() {
    let catalogue = Catalogue(Self.checkout)
    XCTAssertEqual(catalogue.lessons.filter { !$0.isPresent || !$0.hasTranscript }.map(\.entry.id), [])
    XCTAssertFalse(catalogue.lessons.isEmpty)
  }

  func testNoTranscriptIsDamagedAndNoMarkNamesATimeThatNoCueHas() throws {
    for lesson in Catalogue(Self.checkout).lessons {
      let text = try LessonText(reading: lesson, in: Self.checkout)
      XCTAssertEqual(text.remarks, [])
      XCTAssertFalse(text.transcript.cues.isEmpty)
      XCTAssertNotNil(text.transcript.retoldFor, lesson.transcript)
    }
  }

  func testEveryClaimHasItsCueAndItsCode() throws {
    for report in [try SerialVersusAsync.report(time: .virtual)] {
      let lesson = try XCTUnwrap(Catalogue(Self.checkout).lessons.first { $0.entry.id == report.lesson })
      let text = try LessonText(reading: lesson, in: Self.checkout)
      let covered = text.pairing.passages.filter { !$0.regions.isEmpty }.map(\.cue.time.description)
      for claim in report.claims {
        XCTAssertTrue(covered.contains(claim.at), "\(claim.id): no cue with code at \(claim.at)")
      }
    }
  }
}
