import Foundation
import XCTest

/// What holds for all source files of the package: where the operating system may appear, and how files may be named.
final class SourceFileTests: XCTestCase {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The paths of all Swift files, from the package's folder on.
  private func paths() throws -> [String] {
    let paths = ["Sources", "Lessons", "Tests"].flatMap { top in
      (FileManager.default.enumerator(atPath: root.appending(path: top).path)?.allObjects ?? [])
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { "\(top)/\($0)" }
    }
    XCTAssertGreaterThan(paths.count, 100)
    return paths.sorted()
  }

  func testOnlyThePlatformKnowsOperatingSystems() throws {
    // Put together here, so that this file does not have them itself.
    let marks = [
      "#if " + "os(", "canImport(" + "Darwin", "canImport(" + "Glibc", "import " + "Glibc",
      "import " + "Darwin",
    ]
    for path in try paths() where !path.hasPrefix("Sources/Platform/") {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      for mark in marks { XCTAssertFalse(text.contains(mark), "\(path) has '\(mark)'") }
    }
  }

  /// The compiler does not take two files of one name into one target, and a Mac's disk takes letters for the same in both cases.
  func testNoTwoFilesOfATargetHaveOneName() throws {
    let targets = Dictionary(grouping: try paths(), by: target)
    XCTAssertGreaterThan(targets.count, 20)
    for (target, paths) in targets {
      let names = Dictionary(grouping: paths) { $0.split(separator: "/").last!.lowercased() }
      for same in names.values where same.count > 1 {
        XCTFail("\(target) has \(same.joined(separator: " and "))")
      }
    }
  }

  /// The target that a file belongs to: a module, a lesson, or one of its exercises, whose files stand in three places:
  /// `Exercises/Name.swift`, `Exercises/Kit/Name+Type.swift` and `Grading/Name`.
  private func target(_ path: String) -> String {
    let names = path.split(separator: "/")
    let folder = names.prefix(2).joined(separator: "/")
    guard names[0] == "Lessons", names.count > 3, ["Exercises", "Grading"].contains(names[2]) else {
      return folder
    }
    let exercise = names[2] == "Grading" ? names[3] : names.last!.prefix { $0 != "+" && $0 != "." }
    return "\(folder)/\(exercise)"
  }
}
