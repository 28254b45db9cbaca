import Console
import Foundation
import LessonKit
import Report
import XCTest

@testable import Workbook
@testable import workshop

/// The judging of exercises, with scripts in the places of their programs and of the package manager.
final class ExerciseGraderTests: XCTestCase {
  private static let passes = #"seal '{"status":"passed","says":"Right."}'"#

  private var place: ExerciseCheckout!
  private var store: ProgressStore { ProgressStore(place.checkout) { XCTFail($0) } }

  override func setUpWithError() throws { place = try ExerciseCheckout() }

  private func grade(_ exercises: [CatalogueExercise], swift: String? = nil) throws -> [GradedExercise] {
    var grader = ExerciseGrader(checkout: place.checkout, folder: place.build, store: store)
    grader.swift = swift
    return try grader.grade(exercises)
  }

  private func begin() throws {
    for exercise in place.exercises { try place.write("func begun() {}\n", to: exercise.file) }
  }

  func testWhatIsAsClonedIsToDoWithoutAnythingBuilt() throws {
    let graded = try grade(place.exercises)
    XCTAssertEqual(graded.map(\.grade.status), [.toDo, .toDo])
    XCTAssertEqual(graded.map(\.exercise.name), ["overlap", "bounded-calls"])
    XCTAssertFalse(graded.contains(where: \.isWrong))
  }

  func testWhatIsBegunIsJudgedByItsOwnProgramAndRemembered() throws {
    try begin()
    try place.install(Self.passes)
    try place.install(
      #"seal '{"status":"wrong","mistake":"one-by-one","says":"No."}'"#, as: place.exercises[1])
    let graded = try grade(place.exercises)
    XCTAssertEqual(graded.map(\.grade.status), [.passed, .wrong])
    XCTAssertEqual(graded.map(\.isWrong), [false, true])
    XCTAssertEqual(graded[1].grade.mistake, "one-by-one")
    let progress = store.read()
    XCTAssertEqual(place.exercises.map { progress.status(of: $0, in: place.checkout) }, [.passed, .wrong])
  }

  func testOnlyWhatIsNotUpToDateIsBuilt() throws {
    try begin()
    for exercise in place.exercises { try place.install(Self.passes, as: exercise) }
    try place.makeStale()
    let swift = try place.swift("echo \"$@\" >>\"$root/calls\"")
    XCTAssertEqual(try grade(place.exercises, swift: swift).map(\.grade.status), [.passed, .passed])
    XCTAssertEqual(
      try place.read("calls"), try place.checkout.buildWords("exercise-overlap") + "\n")
  }

  func testASaveOfOneExerciseLeavesTheOthersUpToDate() throws {
    try begin()
    for exercise in place.exercises { try place.install(Self.passes, as: exercise) }
    try place.write("func saved() {}\n", to: place.overlap.file)
    XCTAssertFalse(place.freshness(of: place.overlap).isFresh)
    XCTAssertEqual(try grade([place.exercises[1]], swift: nil).map(\.grade.status), [.passed])
  }

  func testASaveThatTheCompilerStumblesOverIsBuiltAgain() throws {
    try begin()
    try place.install(Self.passes)
    try place.makeStale()
    let file = place.url(place.overlap.file).path
    let swift = try place.swift(
      """
      if [ -e "$root/once" ]; then exit 0; fi
      : >"$root/once"
      echo 'func later() {}' >'\(file)'
      touch -d '2001-01-01' '\(file)'
      echo "error: input file was modified during the build"
      exit 1
      """)
    XCTAssertEqual(try grade([place.overlap], swift: swift).map(\.grade.status), [.passed])
  }

  /// Judges both exercises, where the compiler has something against a file of the first.
  private func rejection(of file: String, _ says: String = "error: cannot find 'foo' in scope") throws
    -> [GradedExercise]
  {
    try begin()
    try place.install("exit 1")
    try place.makeStale()
    try place.install(Self.passes, as: place.exercises[1])
    return try grade(place.exercises, swift: try place.swift("echo \"$root/\(file):2:10: \(says)\"; exit 1"))
  }

  func testAnExerciseThatDoesNotCompileKeepsNoOtherFromBeingJudged() throws {
    let graded = try rejection(of: place.overlap.file)
    XCTAssertEqual(graded.map(\.grade.status), [.doesNotBuild, .passed])
    XCTAssertEqual(graded[0].grade.says, "\(place.overlap.file):2:10: error: cannot find 'foo' in scope")
    let progress = store.read()
    XCTAssertEqual(
      place.exercises.map { progress.status(of: $0, in: place.checkout) }, [.doesNotBuild, .passed])
  }

  func testBesideTheLearnersOwnErrorsThoseOfTheGradingAreLeftOut() throws {
    let grading = "\(place.folder)/Grading/Overlap/OverlapGrading.swift"
    let says = try rejection(
      of: place.overlap.file,
      "error: expected '}'\n$root/\(grading):9:1: error: cannot find 'overlap' in scope")[0]
      .grade.says
    XCTAssertEqual(says, "\(place.overlap.file):2:10: error: expected '}'")
  }

  func testOfManyErrorsTheFirstAreShownWithTheirNumber() throws {
    let others = (3...5000).map { "$root/\(place.overlap.file):\($0):1: error: no \($0)\n" }.joined()
    try place.write(others.replacing("$root", with: place.root.path), to: "errors")
    try begin()
    try place.install("exit 1")
    try place.makeStale()
    let swift = try place.swift("cat \"$root/errors\"; exit 1")
    let says = try grade([place.overlap], swift: swift)[0].grade.says
    XCTAssertTrue(says.hasPrefix("\(place.overlap.file):3:1: error: no 3\n"), says)
    XCTAssertTrue(says.contains("error: no 5\n"), says)
    XCTAssertFalse(says.contains("error: no 6"), says)
    XCTAssertTrue(
      says.hasSuffix(
        "There are 4995 more errors. Mend the first ones and save: often the others go with them."), says)
  }

  func testAKindOfErrorIsExplainedOnceBesideTheCompilersWords() throws {
    let says = try rejection(
      of: place.overlap.file,
      "error: sending 'c' risks causing data races\n$root/\(place.overlap.file):4:1: error: sending 'd' risks causing data races"
    )[0]
    .grade.says
    XCTAssertTrue(
      says.hasPrefix("\(place.overlap.file):2:10: error: sending 'c' risks causing data races\n\nYou hand"),
      says)
    XCTAssertEqual(says.matches(of: /You hand this value/).count, 1, says)
    XCTAssertTrue(says.contains("error: sending 'd'"), says)
  }

  func testAnErrorInTheGradingIsTheSignaturesFault() throws {
    for file in ["Grading/Overlap/OverlapGrading.swift", "Exercises/Kit/Overlap+Database.swift"] {
      let says = try rejection(of: "\(place.folder)/\(file)")[0].grade.says
      XCTAssertTrue(says.contains("its name and its signature have to stay"), says)
      XCTAssertTrue(says.contains("lessons reset overlap"), says)
    }
  }

  func testWhatIsNotTheExercisesFaultIsAComplaintAndTakesNothingAway() throws {
    try begin()
    try place.install("exit 1")
    try place.makeStale()
    store.update { progress in
      progress.record(
        GradedExercise(place.overlap, Grade(status: .passed, says: "")),
        digest: place.overlap.digest(in: place.checkout))
    }
    for output in [
      "error: something is strange",
      "$root/Sources/EventLoop/EventLoop.swift:1:1: error: cannot find 'foo'",
    ] {
      let swift = try place.swift("echo \"\(output)\"; exit 1")
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        try ExerciseGrader(checkout: place.checkout, folder: place.build, store: store).with(swift: swift)
          .grade([
            place.overlap
          ])
      }
      XCTAssertEqual(complaint.message, "overlap cannot be built, and your file is not the reason")
      XCTAssertTrue(complaint.advice.contains { $0.contains(output.suffix(10)) }, "\(complaint.advice)")
      XCTAssertEqual(store.read().status(of: place.overlap, in: place.checkout), .passed)
    }
  }

  func testABuildThatFailsForItsSurroundingsIsNotTheLearnersMistake() throws {
    try begin()
    try place.install("exit 1")
    try place.makeStale()
    store.update { progress in
      progress.record(
        GradedExercise(place.overlap, Grade(status: .passed, says: "")),
        digest: place.overlap.digest(in: place.checkout))
    }
    let file = "$root/\(place.overlap.file)"
    for (script, says) in [
      (
        "echo '<unknown>:0: error: precompiled file was compiled with module cache path /a, but'; exit 1",
        "moved"
      ),
      (
        "echo \"\(file):1:8: error: no such module\"; echo 'error: x: No space left on device'; exit 1",
        "full"
      ),
      ("echo 'error: encountered an I/O error (code: 28) while reading /a'; exit 1", "the disk is full"),
      ("echo \"error: compile command failed due to signal 9: \(file)\"; exit 1", "no more memory"),
      ("echo 'what():  std::bad_alloc' >&2; exit 1", "no more memory"),
      ("kill -9 $$", "no more memory"),
      ("kill -11 $$", "was ended by signal 11"),
      ("echo 'error: fork: Resource temporarily unavailable'; exit 1", "no further process"),
      (
        "echo 'swift: error while loading shared libraries' >&2; exit 127", "does not run: swift: error while"
      ),
      ("echo 'couldNotFindTmpDir'; exit 1", "no folder for temporary files"),
      (
        "echo \"error: accessing build database '/a/b': attempt to write a readonly database\"; exit 1",
        "/a/b"
      ),
    ] {
      let swift = try place.swift(script)
      let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
        try ExerciseGrader(checkout: place.checkout, folder: place.build, store: store).with(swift: swift)
          .grade([
            place.overlap
          ])
      }
      XCTAssertTrue(complaint.message.hasPrefix("overlap cannot be built: "), complaint.message)
      XCTAssertTrue(complaint.message.contains(says), "\(complaint.message) instead of \(says)")
      XCTAssertEqual(store.read().status(of: place.overlap, in: place.checkout), .passed)
    }
  }

  func testWordsInTheLearnersOwnLinesAreNoTrouble() throws {
    let says = try rejection(
      of: place.overlap.file,
      "error: cannot find 'out of memory'\n12 | print(\\\"No space left on device\\\")\n   | Permission denied"
    )[0].grade.says
    XCTAssertTrue(says.contains("No space left on device"), says)
  }

  func testAMovedFolderIsMendedByForgettingTheModuleCache() throws {
    try begin()
    try place.install(Self.passes)
    try place.makeStale()
    let cache = place.build.products.appending(path: "ModuleCache")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    let swift = try place.swift(
      "test -e '\(cache.path)' || exit 0; echo 'error: a was compiled with module cache path b'; exit 1")
    XCTAssertEqual(try grade([place.overlap], swift: swift).map(\.grade.status), [.passed])
  }

  func testABuildThatSaysNothingIsTalkedOfAndThenEnded() throws {
    try begin()
    try place.install("exit 1")
    try place.makeStale()
    var build = place.overlap.build(in: place.checkout, place.build)
    build.patience = (.milliseconds(200), .seconds(2))
    build.swift = try place.swift("echo hello; while :; do sleep 1; done")
    var remarks: [String] = []
    let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
      try build.run { _, remark in remarks += remark.map { [$0] } ?? [] }
    }
    XCTAssertEqual(
      complaint.message, "overlap cannot be built: 'swift build' said nothing for 2 s, and was ended")
    XCTAssertEqual(remarks.first, "'swift build' has said nothing for 0 s; after 2 s it is ended")
  }

  func testAnotherBuildIsNamedWhileItIsWaitedFor() throws {
    try begin()
    try place.install(Self.passes)
    try place.makeStale()
    var build = place.overlap.build(in: place.checkout, place.build)
    build.swift = try place.swift(
      "echo \"Another instance of SwiftPM (PID: 7) is already running using '.build', waiting\"; sleep 0.5")
    var remarks: [String?] = []
    XCTAssertEqual(try build.run { _, remark in remarks.append(remark) }, .ready)
    XCTAssertTrue(
      remarks.contains("waiting for another 'swift build' (process 7) in this checkout"), "\(remarks)")
  }

  func testACompilerThatGivesUpOnTheLearnersFileIsShownAsItIs() throws {
    try begin()
    try place.install("exit 1")
    try place.makeStale()
    let graded = try grade(
      [place.overlap],
      swift: try place.swift(
        "echo 'error: compile command failed: -primary-file \(place.overlap.file)'; exit 1"))
    XCTAssertEqual(graded[0].grade.status, .doesNotBuild)
    XCTAssertTrue(graded[0].grade.says.contains("compile command failed"), graded[0].grade.says)
  }

  func testAnOldProgramIsNeverTakenForTheNewest() throws {
    try begin()
    try place.install(Self.passes)
    try place.makeStale()
    let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
      try ExerciseGrader(checkout: place.checkout, folder: place.build, store: store).with(swift: nil).grade(
        place.exercises)
    }
    XCTAssertTrue(complaint.message.contains("no 'swift' on the path"), complaint.message)
  }

  func testTheFileThatIsGoneIsJudgedByTheCompiler() throws {
    try FileManager.default.removeItem(at: place.url(place.overlap.file))
    try place.install("exit 1")
    try place.makeStale()
    let graded = try grade(
      [place.overlap],
      swift: try place.swift(
        "echo \"$root/\(place.folder)/Grading/Overlap/OverlapGrading.swift:1:1: error: gone\"; exit 1"))
    XCTAssertEqual(graded[0].grade.status, .doesNotBuild)
  }
}

extension ExerciseGrader {
  fileprivate func with(swift: String?) -> ExerciseGrader {
    var copy = self
    copy.swift = swift
    return copy
  }
}
