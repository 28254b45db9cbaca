import Foundation
import LessonKit
import Report
import XCTest

@testable import Workbook

/// The judging of exercises, with scripts in the places of the lesson and of the package manager.
final class ExerciseGraderTests: XCTestCase {
  private var place: ExerciseCheckout!
  private var store: ProgressStore { ProgressStore(place.checkout) { XCTFail($0) } }

  override func setUpWithError() throws { place = try ExerciseCheckout() }

  private func grade(_ exercises: [CatalogueExercise], swift: String? = nil) throws -> [GradedExercise] {
    var grader = ExerciseGrader(place.checkout, builtIn: place.build, store: store)
    grader.swift = swift
    return try grader.grade(exercises)
  }

  private func begin() throws {
    for exercise in place.exercises { try place.write("func begun() {}\n", to: exercise.file) }
  }

  func testWhatNobodyHasBegunIsToDoWithoutAnythingBuilt() throws {
    let graded = try grade(place.exercises)
    XCTAssertEqual(graded.map(\.grade.status), [.toDo, .toDo])
    XCTAssertEqual(graded.map(\.exercise.name), ["overlap", "bounded-calls"])
    XCTAssertFalse(graded.contains(where: \.isWrong))
  }

  func testWhatIsBegunIsJudgedByTheLessonAndRemembered() throws {
    try begin()
    try place.install(
      lesson: """
        case $2 in
        overlap) echo '{"status":"passed","says":"Right."}';;
        *) echo '{"status":"wrong","mistake":"one-by-one","says":"No."}';;
        esac
        """)
    let graded = try grade(place.exercises)
    XCTAssertEqual(graded.map(\.grade.status), [.passed, .wrong])
    XCTAssertEqual(graded.map(\.isWrong), [false, true])
    XCTAssertEqual(graded[1].grade.mistake, "one-by-one")
    let progress = store.read()
    XCTAssertEqual(place.exercises.map { progress.status(of: $0, in: place.checkout) }, [.passed, .wrong])
  }

  func testTheLessonIsBuiltOnceForAllOfItsExercises() throws {
    try begin()
    try place.install(lesson: "echo old")
    try place.makeStale()
    let swift = try place.swift(
      """
      echo "$@" >>"$root/calls"
      printf '#!/bin/sh\\necho %s\\n' "'{\\"status\\":\\"passed\\",\\"says\\":\\"\\"}'" >"$root/.build/debug/serial-vs-async"
      """)
    XCTAssertEqual(try grade(place.exercises, swift: swift).map(\.grade.status), [.passed, .passed])
    XCTAssertEqual(
      try place.read("calls"), "build --package-path \(place.root.path) --product serial-vs-async\n")
  }

  func testASaveThatTheCompilerStumblesOverIsBuiltAgain() throws {
    try begin()
    try place.install(lesson: #"echo '{"status":"passed","says":""}'"#)
    try place.makeStale()
    let file = place.url(place.overlap.file).path
    let swift = try place.swift(
      """
      if [ -e "$root/once" ]; then exit 0; fi
      : >"$root/once"
      echo 'func later() {}' >'\(file)'
      touch -d '2100-01-01' '\(file)'
      echo "error: input file was modified during the build"
      exit 1
      """)
    XCTAssertEqual(try grade([place.overlap], swift: swift).map(\.grade.status), [.passed])
  }

  private func rejection(of file: String) throws -> [GradedExercise] {
    try begin()
    try place.install(lesson: "exit 1")
    try place.makeStale()
    return try grade(
      place.exercises,
      swift: try place.swift("echo \"$root/\(file):2:10: error: cannot find 'foo' in scope\"; exit 1"))
  }

  func testTheExerciseThatDoesNotCompileIsToldSoAndTheOthersWhy() throws {
    let graded = try rejection(of: place.overlap.file)
    XCTAssertEqual(graded.map(\.grade.status), [.doesNotBuild, .doesNotBuild])
    XCTAssertEqual(graded[0].grade.says, "\(place.overlap.file):2:10: error: cannot find 'foo' in scope")
    XCTAssertTrue(
      graded[1].grade.says.hasPrefix(
        "This exercise cannot be judged: \(place.overlap.file) does not compile:\n"),
      graded[1].grade.says)
    XCTAssertEqual(
      store.read().exercises.keys.sorted(), ["serial-vs-async/overlap"], "nothing is known of the other")
  }

  func testAnErrorInTheGraderIsTheFaultOfItsExercise() throws {
    let says = try rejection(of: "\(place.folder)/Graders/Overlap+Grader.swift")[0].grade.says
    XCTAssertTrue(says.contains("Its name and its signature have to stay"), says)
    XCTAssertTrue(says.contains("lessons reset overlap"), says)
  }

  func testWhatHasPassedStaysPassedWhileAnotherDoesNotCompile() throws {
    try begin()
    store.update { progress in
      progress.record(
        GradedExercise(place.exercises[1], Grade(status: .passed, says: "")),
        digest: place.exercises[1].digest(in: place.checkout))
    }
    XCTAssertEqual(try rejection(of: place.overlap.file).map(\.grade.status), [.doesNotBuild, .passed])
  }

  func testABuildThatFailsWithoutAFileShowsWhatThereIs() throws {
    try begin()
    try place.install(lesson: "exit 1")
    try place.makeStale()
    let graded = try grade(
      [place.overlap], swift: try place.swift("echo 'error: no space left on device'; exit 1"))
    XCTAssertEqual(graded[0].grade.status, .doesNotBuild)
    XCTAssertEqual(graded[0].grade.says, "The lesson does not build:\nerror: no space left on device")
  }

  func testAnOldProgramIsNeverTakenForTheNewest() throws {
    try begin()
    try place.install(lesson: #"echo '{"status":"passed","says":""}'"#)
    try place.makeStale()
    let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
      try ExerciseGrader(place.checkout, builtIn: place.build, store: store).with(swift: nil).grade(
        place.exercises)
    }
    XCTAssertTrue(complaint.message.contains("no 'swift' on the path"), complaint.message)
  }

  func testTheFileThatIsGoneIsJudgedByTheCompiler() throws {
    try FileManager.default.removeItem(at: place.url(place.overlap.file))
    try place.install(lesson: "exit 1")
    try place.makeStale()
    let graded = try grade(
      [place.overlap],
      swift: try place.swift(
        "echo \"$root/\(place.folder)/Graders/Overlap+Grader.swift:1:1: error: gone\"; exit 1"))
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
