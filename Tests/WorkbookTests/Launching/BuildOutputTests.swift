import XCTest

@testable import Workbook

final class BuildOutputTests: XCTestCase {
  func testKeepsTheCompilersMessagesOnceAndDropsTheRest() {
    let output = """
      Another instance of SwiftPM (PID: 7) is already running using '.build', waiting until it has finished...
      Building for debugging...
      [0/15] Write sources
      error: emit-module command failed with exit code 1 (use -v to see invocation)
      [8/21] Emitting module A
      /a/A.swift:2:1: error: one
      1 | let a
        | `- error: one
      2 |

      /a/A.swift:9:1: warning: two
      9 | let b
      [9/21] Compiling A A.swift
      /a/A.swift:2:1: error: one
      1 | let a
        | `- error: one
      2 |
      """
    XCTAssertEqual(
      BuildOutput.messages(output),
      """
      /a/A.swift:2:1: error: one
      1 | let a
        | `- error: one
      2 |

      /a/A.swift:9:1: warning: two
      9 | let b
      """)
  }

  func testIsNeverSilent() {
    XCTAssertEqual(
      BuildOutput.messages("[0/1] Planning build\nBuilding for debugging...\n\n"),
      "[0/1] Planning build\nBuilding for debugging...")
    XCTAssertEqual(
      BuildOutput.messages("error: could not lock the folder\n"), "error: could not lock the folder")
  }
}
