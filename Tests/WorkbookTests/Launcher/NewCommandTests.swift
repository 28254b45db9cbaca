import Console
import Foundation
import Processes
import TestSupport
import XCTest

/// `lessons new` where it cannot be: nothing is written. What it makes is built by `.ci/new-lesson`.
final class NewCommandTests: XCTestCase {
  func testWhatCannotBeMadeLeavesNothingBehind() throws {
    let made = try TemporaryCheckout(for: self)
    try made.write("Package.swift", ".executable(name: \"bread-oven\", targets: [\"BreadOven\"])\n")
    try made.installReader()
    try made.write("good.txt", "00:01 A kitchen is a server.\n00:04 A cook is a thread.\n")
    try made.write("bad.txt", "00:01 a\n00:00x b\n")
    try made.write("short.txt", "00:01 a\n")
    let before = try FileManager.default.subpathsOfDirectory(atPath: made.root.path).sorted()
    for (words, status, word) in [
      ([], ExitStatus.usage, "lesson's id"), (["one-cook"], .usage, "--transcript"),
      (["One Cook", "--transcript", "good.txt"], .usage, "no lesson's id"),
      (["a/../b", "--transcript", "good.txt"], .usage, "no lesson's id"),
      (["core-usage", "--transcript", "good.txt"], .usage, "already"),
      (["bread-oven", "--transcript", "good.txt"], .usage, "already"),
      (["one-cook", "--transcript", "bad.txt"], .unavailable, "bad.txt:2:"),
      (["one-cook", "--transcript", "short.txt"], .unavailable, "too little"),
      (["one-cook", "--transcript", "none.txt"], .unavailable, "there is no file none.txt"),
      // This checkout has no list to put the lesson into.
      (["one-cook", "--transcript", "good.txt"], .unavailable, "cannot be read"),
    ] {
      let launched = try Launched.run(["new"] + words, in: made.root)
      XCTAssertEqual(launched.status, status.rawValue, "\(words): \(launched.errors)")
      XCTAssertTrue(launched.errors.contains(word), "\(words): \(launched.errors)")
      XCTAssertEqual(try FileManager.default.subpathsOfDirectory(atPath: made.root.path).sorted(), before)
    }
  }
}
