import Console
import LessonKit
import XCTest

@testable import Workbook

final class CheckoutTests: XCTestCase {
  func testIsFoundAroundTheCurrentFolderFirst() throws {
    let here = try TemporaryCheckout(for: self)
    let other = try TemporaryCheckout(for: self)
    let folder = here.checkout.url("Lessons/01-serial-vs-async")
    let found = try Checkout.find(from: folder, executable: other.checkout.url(".build/debug/lessons"))
    XCTAssertEqual(found.root.path, here.root.standardizedFileURL.path)
  }

  func testIsFoundAroundTheLauncherOtherwise() throws {
    let other = try TemporaryCheckout(for: self)
    try other.program("", at: ".build/debug/lessons")
    let found = try Checkout.find(
      from: URL(fileURLWithPath: "/"), executable: other.checkout.url(".build/debug/lessons"))
    XCTAssertEqual(found.resolved, other.checkout.resolved)
  }

  func testAFolderOfAnotherKindIsNoCheckout() throws {
    for parts in [
      ["Package.swift"], ["Lessons"], ["Package.swift", "Lessons"], ["Package.swift", "transcripts"],
    ] {
      let folder = FileManager.default.temporaryDirectory.appending(path: "other-\(UUID())")
      defer { try? FileManager.default.removeItem(at: folder) }
      for part in parts {
        try FileManager.default.createDirectory(
          at: folder.appending(path: part), withIntermediateDirectories: true)
      }
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        try Checkout.find(from: folder, executable: nil)
      }
      XCTAssertTrue(complaint.message.contains(folder.path), complaint.message)
      XCTAssertTrue(complaint.advice[0].contains("cd async-workbook"))
    }
  }

  func testAWorkbookThatIsNotWholeIsNotTakenForAnother() throws {
    let other = try TemporaryCheckout(for: self)
    try other.program("", at: ".build/debug/lessons")
    for part in ["Package.swift", "Lessons", "transcripts"] {
      let here = try TemporaryCheckout(for: self)
      try FileManager.default.createDirectory(
        at: here.root.appending(path: "Sources/Workbook"), withIntermediateDirectories: true)
      try FileManager.default.removeItem(at: here.root.appending(path: part))
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        try Checkout.find(
          from: here.root.appending(path: "Sources"), executable: other.checkout.url(".build/debug/lessons"))
      }
      let root = here.root.standardizedFileURL.path
      XCTAssertEqual(complaint.message, "\(part) is gone from the workbook in \(root)")
      XCTAssertEqual(complaint.advice, ["'git -C \(root) checkout -- \(part)' brings it back."])
    }
  }
}
