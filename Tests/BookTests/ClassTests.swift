import Console
import Foundation
import HTML
import Workbook
import XCTest

@testable import book

/// The page of a class: what the learners' files say, and what is refused.
final class ClassTests: XCTestCase {
  private var folder = URL(filePath: "/")

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  override func tearDown() { try? FileManager.default.removeItem(at: folder) }

  private func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func report(
    _ statuses: [(exercise: String, status: String, mistake: String?)], met: [(String, Int)] = []
  ) -> String {
    let exercises = statuses.map {
      """
      {"lesson": "l", "exercise": "\($0.exercise)", "file": "f", "status": "\($0.status)", "says": "",
       "mistake": \($0.mistake.map { "\"\($0)\"" } ?? "null")}
      """
    }
    let misconceptions = met.map {
      """
      {"lesson": "l", "exercise": "overlap", "mistake": "\($0.0)", "times": \($0.1), "first": "a", "last": "b"}
      """
    }
    return """
      {"version": 1, "exercises": [\(exercises.joined(separator: ","))],
       "misconceptions": [\(misconceptions.joined(separator: ","))], "missing": []}
      """
  }

  func testSaysWhoHasDoneWhatAndWhatWasMet() throws {
    let list = try ClassList([
      try file("zoe.json", report([("overlap", "passed", nil)], met: [("in-order", 2)])),
      try file(
        "ada <3.json",
        report(
          [("overlap", "wrong", "in-order"), ("new-one", "to do", nil)], met: [("in-order", 3), ("polls", 9)])
      ),
    ])
    XCTAssertEqual(list.learners.map(\.name), ["ada <3", "zoe"])
    XCTAssertEqual(list.exercises(among: ["two-words", "overlap"]), ["overlap", "new-one"])
    XCTAssertEqual(list.misconceptions.map(\.mistake), ["in-order", "polls"])
    XCTAssertEqual(list.misconceptions.map(\.times), [5, 9])
    XCTAssertEqual(list.misconceptions.map(\.learners), [["ada <3", "zoe"], ["ada <3"]])
    let page = ClassPage(list: list, exercises: ["overlap", "new-one"]).contents.markup
    XCTAssertTrue(page.contains("ada &lt;3"), page)
    XCTAssertTrue(page.contains("✗ in-order"), page)
    XCTAssertTrue(
      page.contains("2 learners, 2 exercises: 1 of 4 are passed, and 2 misconceptions were met."), page)
  }

  func testRefusesWhatIsNoReport() throws {
    for (name, text, status) in [
      ("a.json", "{}", ExitStatus.unavailable), ("b.json", "", .unavailable), ("c.json", "[1", .unavailable),
    ] {
      let path = try file(name, text)
      XCTAssertThrowsError(try ClassList([path])) { error in
        XCTAssertEqual((error as? Complaint)?.status, status, name)
        XCTAssertTrue((error as? Complaint)?.message.contains(name) == true, "\(error)")
      }
    }
    XCTAssertThrowsError(try ClassList([folder.path + "/none.json"]))
    let one = try file("same.json", report([]))
    try FileManager.default.createDirectory(
      at: folder.appending(path: "d"), withIntermediateDirectories: true)
    let other = try file("d/same.json", report([]))
    XCTAssertThrowsError(try ClassList([one, other])) { error in
      XCTAssertEqual((error as? Complaint)?.status, .usage)
    }
  }
}
