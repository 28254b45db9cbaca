import LessonKit
import Report
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

  func testAFolderWithoutOneOfItsPartsIsNoCheckout() throws {
    for part in ["Package.swift", "Lessons", "transcripts"] {
      let checkout = try TemporaryCheckout(for: self)
      try FileManager.default.removeItem(at: checkout.root.appendingPathComponent(part))
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        try Checkout.find(from: checkout.root, executable: nil)
      }
      XCTAssertTrue(complaint.message.contains(checkout.root.path), complaint.message)
      XCTAssertTrue(complaint.advice[0].contains("cd async-workbook"))
    }
  }
}
