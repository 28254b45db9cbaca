import Foundation
import LessonKit
import Report
import XCTest

@testable import Workbook

final class ProgressStoreTests: XCTestCase {
  private var place: ExerciseCheckout!
  private var warnings: [String] = []

  override func setUpWithError() throws {
    place = try ExerciseCheckout()
    warnings = []
  }

  private func store() -> ProgressStore {
    ProgressStore(place.checkout) { [weak self] in self?.warnings.append($0) }
  }

  private func passOverlap() throws {
    try place.write("func overlap() {}", to: place.overlap.file)
    store().update { progress in
      progress.record(
        GradedExercise(place.overlap, Grade(status: .passed, says: "")),
        digest: place.overlap.digest(in: place.checkout))
    }
  }

  private var status: Grade.Status { store().read().status(of: place.overlap, in: place.checkout) }

  func testAJudgementIsRememberedUntilTheFileIsEdited() throws {
    try passOverlap()
    XCTAssertEqual(status, .passed)
    XCTAssertEqual(store().read().passed(in: place.catalogue.lessons[0], place.checkout), 1)
    XCTAssertEqual(store().read().next(in: place.catalogue)?.name, "bounded-calls")
    try place.write("func overlap() { }", to: place.overlap.file)
    XCTAssertEqual(status, .toDo)
    XCTAssertEqual(store().read().next(in: place.catalogue)?.name, "overlap")
    try place.write("func overlap() {}", to: place.overlap.file)
    XCTAssertEqual(status, .passed)
    try FileManager.default.removeItem(at: place.url(place.overlap.file))
    XCTAssertEqual(status, .toDo)
    XCTAssertEqual(warnings, [])
  }

  func testADamagedFileIsKeptAsideAndBegunAnew() throws {
    for damage in ["", "{\"version\":1,\"exerc", "\u{0}\u{1}noise", "[]", "{\"version\":1}"] {
      try passOverlap()
      try place.write(damage, to: ".lessons/progress.json")
      warnings = []
      XCTAssertEqual(status, .toDo, damage)
      XCTAssertEqual(warnings.count, 1, damage)
      XCTAssertTrue(warnings[0].contains(".lessons/progress.json.damaged-"), warnings[0])
      try passOverlap()
      XCTAssertEqual(status, .passed, damage)
      XCTAssertEqual(warnings.count, 1, "nothing is damaged any more")
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: place.url(".lessons").path)
      .filter { $0.hasPrefix("progress.json.damaged-") }
    XCTAssertEqual(kept.count, 5, "none takes the place of another: \(kept)")
  }

  func testWhatANewerWorkbookWroteIsLeftAsItIs() throws {
    try FileManager.default.createDirectory(at: place.url(".lessons"), withIntermediateDirectories: true)
    let newer = "{\"version\":2,\"exercises\":{}}"
    try place.write(newer, to: ".lessons/progress.json")
    try passOverlap()
    XCTAssertEqual(try place.read(".lessons/progress.json"), newer)
    XCTAssertEqual(warnings.count, 1)
  }

  func testWhereNothingCanBeWrittenOneWarningIsAll() throws {
    // Permissions do not stop the superuser, as whom tests run in containers; a file in the folder's place does.
    try place.write("", to: ".lessons")
    let store = store()
    store.update { $0.exercises["a"] = Progress.Entry() }
    store.update { $0.exercises["b"] = Progress.Entry() }
    XCTAssertEqual(store.read(), Progress())
    XCTAssertEqual(warnings.count, 1)
    XCTAssertTrue(warnings[0].contains("progress cannot be kept"), warnings[0])
  }

  func testTwoStoresLoseNothingOfEachOther() throws {
    let (one, other) = (store(), store())
    one.update { $0.exercises["a"] = Progress.Entry() }
    other.update { $0.exercises["b"] = Progress.Entry() }
    one.update { $0.exercises["c"] = Progress.Entry() }
    XCTAssertEqual(store().read().exercises.keys.sorted(), ["a", "b", "c"])
  }

  func testTheDigestIsFNV1a() {
    // The vectors of the authors' reference implementation.
    for (text, digest) in [
      ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
    ] {
      XCTAssertEqual(ContentDigest.of(Data(text.utf8)), digest)
    }
  }
}
