import Foundation
import LessonKit
import XCTest

@testable import Workbook

final class CompilerMessageTests: XCTestCase {
  private let root = URL(fileURLWithPath: "/home/me/workbook")
  private let output = """
    Building for debugging...
    [0/2] Write swift-version-6A52383ED409C6A7.txt
    [3/5] Emitting module OverlapExercise
    /home/me/workbook/Lessons/01-serial-vs-async/Exercises/Overlap.swift:21:10: error: cannot find 'foo' in scope
    20 | ) async throws -> [Response] {
    21 |   return foo
       |          `- error: cannot find 'foo' in scope
    22 | }
    /home/me/workbook/Lessons/01-serial-vs-async/Bars.swift:3:1: warning: never used
    3 | let x = 1
    [4/5] Compiling OverlapExercise Overlap.swift
    /home/me/workbook/Lessons/01-serial-vs-async/Exercises/Overlap.swift:21:10: error: cannot find 'foo' in scope
    20 | ) async throws -> [Response] {
    21 |   return foo
       |          `- error: cannot find 'foo' in scope
    22 | }
    /home/me/workbook/Lessons/01-serial-vs-async/Grading/TwoCalls/TwoCallsGrading.swift:9:3: error: missing argument
    /home/me/workbook/Lessons/01-serial-vs-async/Exercises/TwoCalls.swift:4:6: note: 'twoCalls' declared here
    error: fatalError
    """

  func testErrorsKeepTheirLinesAndNothingElseIsLeft() {
    let messages = CompilerMessage.parse(output, root: root)
    XCTAssertEqual(
      messages.map(\.text),
      [
        """
        Lessons/01-serial-vs-async/Exercises/Overlap.swift:21:10: error: cannot find 'foo' in scope
        20 | ) async throws -> [Response] {
        21 |   return foo
           |          `- error: cannot find 'foo' in scope
        22 | }
        """,
        """
        Lessons/01-serial-vs-async/Grading/TwoCalls/TwoCallsGrading.swift:9:3: error: missing argument
        Lessons/01-serial-vs-async/Exercises/TwoCalls.swift:4:6: note: 'twoCalls' declared here
        """,
      ])
    XCTAssertEqual(messages.map(\.line), [21, 9])
  }

  func testWithoutErrorsTheWarningsAreLeft() {
    let messages = CompilerMessage.parse(output.replacing("error", with: "warning"), root: root)
    XCTAssertEqual(messages.count, 3)
    XCTAssertFalse(messages.contains(where: \.isError))
  }

  func testWhatNamesNoFileIsNoMessage() {
    XCTAssertEqual(CompilerMessage.parse("error: no space left on device\n", root: root), [])
  }
}
