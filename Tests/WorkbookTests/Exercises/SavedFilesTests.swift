import Foundation
import XCTest

@testable import Workbook
@testable import workshop

final class SavedFilesTests: XCTestCase {
  private var place: ExerciseCheckout!

  override func setUpWithError() throws { place = try ExerciseCheckout() }

  private func look() -> SavedFiles { SavedFiles(place.exercises, in: place.checkout) }

  private func setTime(_ seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)],
      ofItemAtPath: place.url(place.overlap.file).path)
  }

  func testNothingIsSavedWhereNothingHappens() {
    XCTAssertEqual(look().saved(since: look()), [])
  }

  func testASaveInPlaceIsSeenByItsTimeAlone() throws {
    try setTime(1000)
    let before = look()
    try setTime(1000.25)
    XCTAssertEqual(look().saved(since: before), [place.overlap])
  }

  func testASaveInPlaceIsSeenByItsSizeAlone() throws {
    try setTime(1000)
    let before = look()
    let file = try FileHandle(forWritingTo: place.url(place.overlap.file))
    try file.seekToEnd()
    try file.write(contentsOf: Data("\n".utf8))
    try file.close()
    try setTime(1000)
    XCTAssertEqual(look().saved(since: before), [place.overlap])
  }

  func testANewFileInTheOldOnesPlaceIsSeenByItsNumberAlone() throws {
    try setTime(1000)
    let before = look()
    let file = place.url(place.overlap.file)
    try FileManager.default.copyItem(at: file, to: place.url("new"))
    XCTAssertEqual(rename(place.url("new").path, file.path), 0)
    try setTime(1000)
    XCTAssertEqual(look().saved(since: before), [place.overlap])
  }

  func testAFileThatIsGoneOrEmptyIsSavedWhenItIsThereAgain() throws {
    let before = look()
    for halfway in [
      { try FileManager.default.removeItem(at: self.place.url(self.place.overlap.file)) },
      { try self.place.write("", to: self.place.overlap.file) },
    ] {
      try halfway()
      XCTAssertEqual(look().saved(since: before), [])
      let between = look().keeping(before)
      XCTAssertEqual(look().saved(since: between), [])
      try place.write("func overlap() {}", to: place.overlap.file)
      XCTAssertEqual(look().saved(since: between), [place.overlap])
    }
  }
}
