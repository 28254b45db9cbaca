import Foundation
import XCTest

/// What stands on top of a lesson's folder is what the lecture talks about: short files that import what a reader would import.
final class IdeaTests: XCTestCase {
  /// The lessons that have their ideas on top, with the cues of their lectures that have code.
  private static let cues: [String: [String]] = [
    "01-serial-vs-async": [
      "00:00", "00:03", "00:05", "00:10", "00:14", "00:26", "00:34", "00:41", "00:50", "00:52", "00:55",
      "01:02", "01:04", "01:07", "01:15", "01:19", "01:21", "01:24", "01:27", "01:31", "01:39", "01:42",
      "01:45", "01:50", "01:54", "01:57", "02:00", "02:05",
    ],
    "02-scalability-vs-speed": [
      "00:10", "00:14", "00:17", "00:26", "00:28", "00:32", "00:35", "00:39", "00:43", "00:47", "00:50",
      "00:54", "00:58", "01:00", "01:02", "01:05", "01:07", "01:09", "01:15", "01:18", "01:20", "01:29",
      "01:34", "01:35", "01:38", "01:40", "01:46", "01:47",
    ],
    "03-threads-vs-async": [
      "00:02", "00:09", "00:19", "00:27", "00:33", "00:40", "00:48", "00:53", "01:00", "01:06", "01:12",
      "01:17", "01:19", "01:25", "01:32", "01:37", "01:45", "01:53", "01:59",
    ],
    "04-core-usage": [
      "00:00", "00:01", "00:04", "00:06", "00:09", "00:12", "00:15", "00:18", "00:20", "00:22", "00:25",
      "00:28", "00:30", "00:32", "00:35", "00:38", "00:40", "00:42", "00:44", "00:46", "00:50", "00:53",
      "00:54", "00:56", "00:57", "01:00", "01:02", "01:04", "01:05", "01:10", "01:14", "01:15", "01:17",
      "01:19", "01:21", "01:24", "01:28", "01:29", "01:32", "01:35", "01:37", "01:39", "01:42", "01:45",
      "01:48", "01:50", "01:52", "01:54", "01:57",
    ],
  ]

  private static let allowed: Set<String> = [
    "EventLoop", "Foundation", "Platform", "Queueing", "Serving", "Synchronization", "Workload",
  ]
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func ideas(_ lesson: String) throws -> [(name: String, text: String)] {
    let folder = root.appending(path: "Lessons/\(lesson)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  func testIdeasImportOnlyWhatAReaderWouldImport() throws {
    for lesson in Self.cues.keys.sorted() {
      for (name, text) in try ideas(lesson) {
        let imports = text.matches(of: /(?m)^(?:@\w+ )?(?:public |package )?import (\w+)/).map {
          String($0.1)
        }
        XCTAssertEqual(imports.filter { !Self.allowed.contains($0) }, [], "\(lesson)/\(name)")
      }
    }
  }

  func testIdeasAreShort() throws {
    for lesson in Self.cues.keys.sorted() {
      let ideas = try ideas(lesson)
      XCTAssertTrue((3...10).contains(ideas.count), "\(lesson) has \(ideas.count) ideas")
      for (name, text) in ideas {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        XCTAssertTrue((15...80).contains(lines), "\(lesson)/\(name) has \(lines) lines")
      }
    }
  }

  /// Marks stand on the ideas themselves, or, where an idea lives in the workbook's own sources, name the lesson there.
  func testEveryCueThatTalksOfCodeHasSome() throws {
    let sources = root.appending(path: "Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)!.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") }
    let shared = try files.map { try String(contentsOf: sources.appending(path: $0), encoding: .utf8) }
    for (lesson, cues) in Self.cues {
      let id = lesson.dropFirst("00-".count)
      var marked: Set<String> = []
      for (_, text) in try ideas(lesson) {
        marked.formUnion(text.matches(of: /\[(\d\d:\d\d)\]/).map { String($0.1) })
      }
      for text in shared {
        marked.formUnion(
          text.matches(of: /\[([a-z-]+) (\d\d:\d\d)\]/).filter { $0.1 == id }.map { String($0.2) })
      }
      XCTAssertEqual(cues.filter { !marked.contains($0) }, [], lesson)
    }
  }
}
