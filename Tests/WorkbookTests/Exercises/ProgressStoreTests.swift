import Console
import Foundation
import LessonKit
import Platform
import Report
import XCTest

@testable import Workbook
@testable import workshop

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

  private var status: ExerciseStatus { store().read().status(of: place.overlap, in: place.checkout) }

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

  func testALockThatIsHeldIsWaitedForASecondAtMost() throws {
    try passOverlap()
    let path = place.url(".lessons/lock").path
    // By another open file of this process: of the lock, that is another holder.
    let lock = try FileLock(path, waitingAtMost: .zero)
    let start = ContinuousClock.now
    try place.write("func overlap() { }", to: place.overlap.file)
    try passOverlap()
    XCTAssertGreaterThan(ContinuousClock.now - start, .seconds(1))
    XCTAssertEqual(warnings.count, 1)
    XCTAssertTrue(warnings[0].contains("holds \(path)"), warnings[0])
    if OperatingSystem.name == "Linux" {
      XCTAssertTrue(warnings[0].contains("process \(getpid()) ("), warnings[0])
    }
    withExtendedLifetime(lock) {}
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

  private func record(_ mistake: String?, code: String, at time: TimeInterval) throws {
    try place.write(code, to: place.overlap.file)
    store().update { progress in
      progress.record(
        GradedExercise(
          place.overlap, Grade(status: mistake == nil ? .passed : .wrong, mistake: mistake, says: "")),
        digest: place.overlap.digest(in: place.checkout), at: Date(timeIntervalSince1970: time))
    }
  }

  func testEveryMisconceptionIsRememberedWithWhenAndHowOften() throws {
    try record("one-by-one", code: "a", at: 0)
    try record("one-by-one", code: "a", at: 60)
    try record("polls", code: "b", at: 120)
    try record("one-by-one", code: "c", at: 180)
    try record(nil, code: "d", at: 240)
    XCTAssertEqual(
      store().read().exercises["overlap"]?.met,
      [
        Progress.Misconception(
          mistake: "one-by-one", times: 2, first: "1970-01-01T00:00:00Z", last: "1970-01-01T00:03:00Z"),
        Progress.Misconception(
          mistake: "polls", times: 1, first: "1970-01-01T00:02:00Z", last: "1970-01-01T00:02:00Z"),
      ], "what is judged again unchanged counts once, and a pass takes nothing away")
  }

  func testProgressKeptUnderALessonsNameIsStillFound() throws {
    try place.write("func overlap() {}", to: place.overlap.file)
    let digest = ContentDigest.of(Data("func overlap() {}".utf8))
    try FileManager.default.createDirectory(at: place.url(".lessons"), withIntermediateDirectories: true)
    try place.write(
      #"{"version":1,"exercises":{"old-lesson/overlap":{"digest":"\#(digest)","status":"passed","hints":2}}}"#,
      to: ".lessons/progress.json")
    XCTAssertEqual(status, .passed)
    XCTAssertEqual(store().read().exercises["overlap"]?.hints, 2)
    XCTAssertEqual(warnings, [])
  }

  func testAPassStaysAPassWhileTheCodeIsUnchanged() throws {
    try place.write(
      "// Exercise 1.1, overlap: all.\n\nfunc overlap() {\n  // mine\n  a()\n}\n", to: place.overlap.file)
    store().update { progress in
      progress.record(
        GradedExercise(place.overlap, Grade(status: .passed, says: "")),
        digest: place.overlap.digest(in: place.checkout))
    }
    for (text, status) in [
      ("// Exercise 3.2, overlap: all, and more of it.\nfunc overlap() {\n  a()\n}", ExerciseStatus.passed),
      ("func overlap() {\n  a()  // now\n}", .toDo), ("func overlap() {\n  b()\n}", .toDo),
    ] {
      try place.write(text, to: place.overlap.file)
      XCTAssertEqual(self.status, status, text)
    }
  }

  func testAnAnswerMovesAlongWithItsExercise() throws {
    let old = "Lessons/02-scalability-vs-speed/Exercises"
    let catalogue = Catalogue(
      place.checkout, syllabus: [Syllabus.serialVersusAsync, Syllabus.scalabilityVersusSpeed])
    try FileManager.default.createDirectory(at: place.url(old), withIntermediateDirectories: true)
    try place.write("func overlap() { mine }", to: "\(old)/Overlap.swift")
    XCTAssertEqual(
      MovedAnswers.bringAlong(in: catalogue),
      [
        "exercise overlap is in lesson 1 now; your answer was moved from \(old)/Overlap.swift to \(place.overlap.file)"
      ])
    XCTAssertEqual(try place.read(place.overlap.file), "func overlap() { mine }")
    XCTAssertEqual(MovedAnswers.bringAlong(in: catalogue), [])
    try place.write("another", to: "\(old)/Overlap.swift")
    XCTAssertEqual(
      MovedAnswers.bringAlong(in: catalogue), [], "what was begun in the new place is not touched")
    XCTAssertEqual(try place.read(place.overlap.file), "func overlap() { mine }")
  }
}
