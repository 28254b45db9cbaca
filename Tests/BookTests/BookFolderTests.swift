import Console
import Foundation
import XCTest

@testable import book

/// A book never replaces or removes what it has not made.
final class BookFolderTests: XCTestCase {
  private var folder = URL(filePath: "/")
  private var book: BookFolder { BookFolder(url: folder) }

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
  }

  override func tearDown() { try? FileManager.default.removeItem(at: folder) }

  private func write(_ files: [String: String]) throws {
    try book.write(files.mapValues { Data($0.utf8) })
  }

  private func put(_ text: String, _ path: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  private func text(_ path: String) -> String? {
    try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func testReplacesWhatItHasMadeAndRemovesWhatHasNoSuccessor() throws {
    try write(["index.html": "1", "reports/a.json": "a", "b.html": "b"])
    try write(["index.html": "2", "reports/a.json": "a"])
    XCTAssertEqual(text("index.html"), "2")
    XCTAssertEqual(text("reports/a.json"), "a")
    XCTAssertNil(text("b.html"))
  }

  func testStopsBeforeAFileOfSomebodyElse() throws {
    try put("mine", "index.html")
    XCTAssertThrowsError(try write(["a.html": "a", "index.html": "1"])) { error in
      XCTAssertEqual((error as? Complaint)?.status, .outputFailed)
      XCTAssertTrue((error as? Complaint)?.message.contains("index.html is in the way") == true, "\(error)")
    }
    XCTAssertEqual(text("index.html"), "mine")
    XCTAssertNil(text("a.html"), "nothing is written at all")
  }

  func testLeavesOtherFilesAndThoseThatWereChanged() throws {
    try write(["index.html": "1", "b.html": "b"])
    try put("mine", "CNAME")
    try put("b, changed", "b.html")
    try write(["index.html": "2"])
    XCTAssertEqual(text("CNAME"), "mine")
    XCTAssertEqual(text("b.html"), "b, changed")
    try put("2, changed", "index.html")
    XCTAssertThrowsError(try write(["index.html": "3"]))
    XCTAssertEqual(text("index.html"), "2, changed")
  }

  func testFollowsNoLinkOutOfTheFolder() throws {
    try put("mine", "target")
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "index.html"), withDestinationURL: folder.appending(path: "target"))
    XCTAssertThrowsError(try write(["index.html": "1"]))
    XCTAssertEqual(text("target"), "mine")
  }

  func testRemovesNothingOutsideWhateverItsListSays() throws {
    let outside = folder.deletingLastPathComponent().appending(path: "outside-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: outside) }
    try Data("1".utf8).write(to: outside)
    try write(["index.html": "1"])
    let list = try XCTUnwrap(text(".lessons-book"))
    try put(
      list + list.replacing("index.html", with: "../\(outside.lastPathComponent)").split(separator: "\n")
        .last! + "\n", ".lessons-book")
    try write(["index.html": "2"])
    XCTAssertTrue(FileManager.default.fileExists(atPath: outside.path))
  }

  func testGoesOnAfterAnEndInTheMiddle() throws {
    try write(["index.html": "1"])
    let list = try XCTUnwrap(text(".lessons-book"))
    try write(["index.html": "2"])
    // As it is where the list of both is written and the page is not: the old list and the new one, and the old page.
    try put(list + (text(".lessons-book") ?? "").split(separator: "\n").dropFirst().joined(), ".lessons-book")
    try put("1", "index.html")
    try write(["index.html": "3"])
    XCTAssertEqual(text("index.html"), "3")
  }

  func testAFolderThatALinkPointsToIsMeantItself() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let link = folder.appendingPathExtension("link")
    defer { try? FileManager.default.removeItem(at: link) }
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
    try BookFolder(url: link).write(["index.html": Data("1".utf8)])
    XCTAssertEqual(text("index.html"), "1")
  }
}
