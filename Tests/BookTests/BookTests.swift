import Console
import Foundation
import HTML
import Reading
import Workbook
import XCTest

@testable import book

final class BookTests: XCTestCase {
  func testTheSameReportsMakeTheSameBytes() throws {
    let book = try SampleBook.book.get()
    XCTAssertEqual(try book.files(), try book.files())
    XCTAssertEqual(Set(try book.files().keys), Set(try SampleBook.files.get().keys))
  }

  func testHasAPageALessonAndAnIndexAndTheReports() throws {
    let lessons = Syllabus.lessons.map(\.id)
    XCTAssertEqual(
      Set(try SampleBook.files.get().keys),
      Set(["index.html"] + lessons.map { "\($0).html" } + lessons.map { "reports/\($0).json" }))
  }

  func testNoPageIsLargeOrAsksForAnythingElsewhere() throws {
    for (name, page) in try SampleBook.pages() {
      XCTAssertLessThan(page.utf8.count, 300_000, name)
      let markup = page.replacing(/<script>[\s\S]*?<\/script>/, with: "")
      XCTAssertNil(markup.firstMatch(of: /(?:src|href|action)="(?:[a-z]+:)?\/\/|@import|url\((?!#)/), name)
      XCTAssertTrue(page.contains("default-src &#39;none&#39;;"), name)
    }
    let book = try SampleBook.book.get()
    for lesson in [nil] + book.lessons {
      XCTAssertLessThan(book.script(of: lesson).utf8.count, 20_000, lesson?.entry.id ?? "index")
    }
  }

  func testEveryLinkLeadsToAPlaceThatIsThere() throws {
    let pages = try SampleBook.pages()
    let places = pages.mapValues { page in page.matches(of: /\sid="([^"]+)"/).map { String($0.1) } }
    for (name, ids) in places {
      let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      XCTAssertEqual(twice, [], name)
    }
    for (name, page) in pages {
      for link in page.matches(of: /\shref="([^"]+)"/).map({ String($0.1) }) where link != "data:," {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? name : parts[0]
        XCTAssertNotNil(pages[target], "\(name): \(link)")
        if parts.count > 1 { XCTAssertTrue(places[target]?.contains(parts[1]) == true, "\(name): \(link)") }
      }
    }
  }

  func testEveryCueHasItsLinkAndEveryMarkedRegionItsCode() throws {
    for lesson in try SampleBook.book.get().lessons {
      let page = try SampleBook.page(lesson.entry.id)
      for cue in lesson.text.transcript.cues {
        XCTAssertTrue(page.contains(" id=\"\(anchor(cue.time))\""), "\(lesson.entry.id) \(cue.time)")
      }
      let marked = Set(lesson.text.passages.flatMap(\.regions).filter { $0.kind == .idea }.map(\.place))
      let shown = lesson.listings.flatMap { listing in
        listing.blocks.filter { !$0.times.isEmpty }.map { "\(listing.file.name):\($0.number)" }
      }
      XCTAssertEqual(Set(shown), marked, lesson.entry.id)
    }
  }

  func testEveryClaimStandsOnceWithItsVerdictAndAnExercise() throws {
    for lesson in try SampleBook.book.get().lessons {
      let page = try SampleBook.page(lesson.entry.id)
      for claim in lesson.claims {
        let style = ClaimMarkup.style(claim.verdict)
        let count = page.ranges(of: "<div class=\"claim \(style)\" id=\"claim-\(claim.id)\">").count
        XCTAssertEqual(count, 1, "\(lesson.entry.id) \(claim.id)")
        XCTAssertNotNil(
          lesson.exercise(practising: claim.at), "\(lesson.entry.id) \(claim.at) is not practised")
      }
      let times = Set(lesson.text.transcript.cues.map(\.time.description))
      for (exercise, practised) in lesson.readme.practice {
        XCTAssertEqual(practised.filter { !times.contains($0) }, [], "\(lesson.entry.id) \(exercise)")
      }
    }
  }

  func testEveryPictureHasATextAlternative() throws {
    for (name, page) in try SampleBook.pages() {
      for picture in page.matches(of: /<svg [^>]*>/).map({ String($0.output) }) {
        XCTAssertNotNil(
          picture.firstMatch(of: /aria-label="[^"]{20,}"|aria-hidden="true"/), "\(name): \(picture)")
      }
    }
  }

  func testEveryWordIsExplainedOnce() throws {
    for lesson in try SampleBook.book.get().lessons {
      let page = try SampleBook.page(lesson.entry.id)
      for word in lesson.readme.words {
        let term = HTML(text: word.term).markup
        let places = [
          page.ranges(of: "role=\"note\"><strong>\(term)</strong>"),
          page.ranges(of: "<dt>\(term)</dt>"),
        ]
        XCTAssertEqual(places.joined().count, 1, "\(lesson.entry.id): \(word.term)")
      }
    }
  }
}
