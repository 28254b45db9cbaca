import Console
import Foundation
import XCTest

@testable import Workbook

/// A checkout in a temporary folder, made by a test and removed at its end.
struct TemporaryCheckout {
  let root: URL

  /// Makes a checkout with the folder and transcript of lesson 1.
  ///
  /// Its lesson is a shell script, as far as the launcher is concerned: see ``program(_:)``.
  init(for test: XCTestCase, transcript: String? = "Course: C\nLecture: L\n\n00:00 It begins.\n") throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID().uuidString)")
    let root = root
    test.addTeardownBlock { try? FileManager.default.removeItem(at: root) }
    try write("Package.swift", "// none\n")
    try write("Sources/EventLoop/Loop.swift", "\n")
    try write("Lessons/01-serial-vs-async/Lesson.swift", "\n")
    try write("transcripts/readme.txt", "\n")
    if let transcript { try write("transcripts/visualizing-an-asynchronous-request.txt", transcript) }
  }

  var checkout: Checkout { Checkout(root: root) }

  func write(_ path: String, _ text: String) throws {
    let url = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The path below the root of what was built, for example `.build/debug/serial-vs-async`.
  func built(_ name: String = "serial-vs-async") throws -> String {
    ".build/\(try checkout.build.configuration.rawValue)/\(name)"
  }

  /// Puts the program in that reads transcripts, and a `swift` that need not do anything.
  func installReader() throws {
    try checkout.install(.reader)
    try program("exit 1", at: "bin/swift")
  }

  /// Puts a shell script where the launcher expects a built lesson.
  func program(_ script: String, at path: String? = nil) throws {
    let path = try path ?? built()
    try write(path, "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: root.appendingPathComponent(path).path)
  }

  /// Sets when a file was changed last, in seconds since 1970.
  func setTime(_ path: String, _ seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)],
      ofItemAtPath: root.appendingPathComponent(path).path)
  }

  /// Sets the times of all files and folders so that the lesson counts as built from them.
  func settle() throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      try setTime(path, path.hasPrefix(".build") ? 2000 : 1000)
    }
  }
}
