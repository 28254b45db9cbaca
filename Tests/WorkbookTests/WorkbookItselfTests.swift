import Console
import LessonKit
import XCTest

@testable import Reading
@testable import ThreadsVersusAsync
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

  func testEveryIdeaHasAMarkAndEveryMarkHasCode() throws {
    for lesson in Catalogue(Self.checkout).lessons {
      let sources = try LessonSources(reading: lesson, in: Self.checkout)
      let marked = Set(sources.regions.map(\.file.path))
      let ideas = LessonSources.ideas(of: lesson, in: Self.checkout).filter { $0.hasSuffix(".swift") }
      XCTAssertEqual(ideas.filter { !marked.contains($0) }, [], "ideas without a mark")
      XCTAssertEqual(sources.regions.filter(\.lines.isEmpty).map(\.place), [], "marks with nothing below")
    }
  }

  func testEveryClaimIsReadWithItsCueAndAllCodeIsIdeas() throws {
    for lesson in Catalogue(Self.checkout).lessons {
      let text = try LessonText(reading: lesson, in: Self.checkout)
      XCTAssertGreaterThanOrEqual(text.passages.flatMap(\.claims).count, 12, lesson.folder)
      for passage in text.passages {
        for claim in passage.claims { XCTAssertTrue(passage.said.times.contains(claim.at), claim.id) }
      }
      for name in SwiftFiles.namesWithin(Self.checkout.url("\(lesson.folder)/Story")) {
        let path = "\(lesson.folder)/Story/\(name)"
        let lines = SourceText(try String(contentsOf: Self.checkout.url(path), encoding: .utf8)).lines
        let read = text.passages.flatMap(\.regions).filter { $0.file.path == path }
        let stated = lines.reduce(0) { $0 + $1.code.matches(of: /\bClaim\(/).count }
        XCTAssertEqual(
          read.count, stated, "\(path): each claim begins a line, with its id, time and statement as literals"
        )
      }
      let shown = text.passages.flatMap(\.regions).filter(Reader.Choice().shows)
      XCTAssertEqual(shown.filter { $0.file.path.contains("/Story/") }.map(\.place), [])
    }
  }

  func testAMarkNamesItsLessonWhereTheSourceIsNoLessonsOwnAndNowhereElse() throws {
    let lessons = Set(Catalogue(Self.checkout).lessons.map(\.entry.id))
    var named: Set<String> = []
    for (folder, isShared) in [("Sources", true), ("Lessons", false)] {
      for name in SwiftFiles.namesWithin(Self.checkout.url(folder)) {
        let text = try String(contentsOf: Self.checkout.url("\(folder)/\(name)"), encoding: .utf8)
        let marks = SourceMarks(text, of: SourceFile("\(folder)/\(name)", in: folder))
        if isShared { XCTAssertEqual(marks.regions.map(\.place), [], "a mark that names no lesson") }
        XCTAssertEqual(marks.lessons.subtracting(isShared ? lessons : []), [], "a mark in \(folder)/\(name)")
        named.formUnion(marks.lessons)
      }
    }
    XCTAssertTrue(named.contains("threads-vs-async"), "no mark was found in the event loop")
  }

  func testTheFunctionsThatLesson3ExplainsTheLoopByAreShownBesideTheTranscript() throws {
    let lesson = try Catalogue(Self.checkout).lesson("threads-vs-async")
    let text = try LessonText(reading: lesson, in: Self.checkout)
    let shown = text.passages.flatMap(\.regions).filter { $0.file.path.hasPrefix("Sources/EventLoop/") }
    let told = try Steps.explanation + Trace.of([]).map { $0.text(number: 1) }.joined()
    let names = Set(told.matches(of: /[A-Z][A-Za-z]+\.([a-z][A-Za-z]+)/).map { String($0.output.1) })
    XCTAssertGreaterThan(names.count, 5)
    for name in names {
      XCTAssertTrue(
        shown.contains { $0.lines.contains { $0.code.contains("func \(name)(") } }, "\(name) has no mark")
    }
  }
}
