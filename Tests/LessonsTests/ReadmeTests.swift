import Console
import Foundation
import Workbook
import XCTest

/// A lesson's README has a fixed form: readers know where to look, and a page can be made of it.
final class ReadmeTests: XCTestCase {
  private static let lessons = Catalogue(AuditedExercise.checkout).lessons.map {
    String($0.folder.dropFirst("Lessons/".count))
  }

  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The sections of a README by their heading, with their lines that are not blank; the part above the first has none.
  private func sections(_ lesson: String) throws -> [(heading: String, lines: [String])] {
    let text = try String(contentsOf: root.appending(path: "Lessons/\(lesson)/README.md"), encoding: .utf8)
    var sections: [(heading: String, lines: [String])] = [("", [])]
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("## ") {
        sections.append((String(line.dropFirst(3)), []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections
  }

  func testEachHasItsSectionsInOrder() throws {
    for lesson in Self.lessons {
      let sections = try sections(lesson)
      let usual = [
        "", "Objectives", "Read in this order", "Words", "Exercises", "Check yourself", "Answers",
      ]
      XCTAssertEqual(sections.map(\.heading).filter { $0 != "In Swift at large" }, usual, lesson)
      let number = lesson.prefix(2).drop { $0 == "0" }
      XCTAssertTrue(sections[0].lines[0].hasPrefix("# \(number) · "), lesson)
      XCTAssertGreaterThan(sections[0].lines.count, 1, "\(lesson): the question that the lesson answers")
    }
  }

  func testObjectivesWordsQuestionsAndAnswersAreListsOfSentences() throws {
    for lesson in Self.lessons {
      let sections = Dictionary(uniqueKeysWithValues: try sections(lesson).map { ($0.heading, $0.lines) })
      XCTAssertEqual(sections["Objectives"]?.count, 3, lesson)
      XCTAssertGreaterThanOrEqual(sections["Words"]?.count ?? 0, 5, lesson)
      for line in sections["Words"] ?? [] {
        XCTAssertNotNil(line.wholeMatch(of: /- \*\*[^*]+\*\* — .+\./), "\(lesson): \(line)")
      }
      for (heading, end) in [("Check yourself", "?"), ("Answers", ".")] {
        let lines = sections[heading] ?? []
        XCTAssertEqual(lines.map { $0.prefix(3) }, (1...5).map { "\($0). " }, "\(lesson), \(heading)")
        for line in lines { XCTAssertTrue(line.hasSuffix(end), "\(lesson): \(line)") }
      }
    }
  }

  func testTheReadingOrderNamesEveryIdeaOnce() throws {
    for lesson in Self.lessons {
      let folder = root.appending(path: "Lessons/\(lesson)")
      let lines = try sections(lesson).first { $0.heading == "Read in this order" }?.lines ?? []
      let links = lines.compactMap { $0.firstMatch(of: /\]\(([^)]+)\)/).map { String($0.1) } }
      XCTAssertEqual(links.count, lines.count, lesson)
      for link in links {
        XCTAssertTrue(
          FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(lesson): \(link)")
      }
      let ideas = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0.hasSuffix(".swift")
      }
      XCTAssertEqual(Set(links.filter { !$0.contains("/") }), Set(ideas), lesson)
    }
  }
}
