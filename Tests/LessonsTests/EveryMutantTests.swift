import Console
import Foundation
import LessonKit
import XCTest

@testable import CoreUsage
@testable import ScalabilityVersusSpeed
@testable import SerialVersusAsync
@testable import ThreadsVersusAsync

/// The mutants in `Tests/Mutants`: `.ci/mutants` runs them, and here they are held against the code that they change, so that none
/// of them rots.
final class EveryMutantTests: XCTestCase {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static var lessons: [any Lesson.Type] {
    [SerialVersusAsync.self, ScalabilityVersusSpeed.self, ThreadsVersusAsync.self, CoreUsage.self]
  }

  /// A small change of a lesson's code, and the claims that fail by it.
  private struct Mutant {
    var name: String
    var why = ""
    var fails: [String] = []
    var edits: [Edit] = []
  }

  /// Whole lines of a file that are replaced.
  private struct Edit {
    var file: String
    var old: [String] = []
    var new: [String] = []
  }

  func testEachClaimHasAMutant() throws {
    for lesson in Self.lessons {
      let stated = try Self.statedClaims(of: lesson)
      XCTAssertTrue(Set(lesson.claims.map(\.id)).isSubset(of: stated), lesson.entry.id)
      let mutants = try Self.mutants(of: lesson)
      XCTAssertEqual(Set(mutants.map(\.name)).count, mutants.count, "\(lesson.entry.id): two of one name")
      let failed = Set(mutants.flatMap(\.fails))
      XCTAssertEqual(stated.subtracting(failed), [], "\(lesson.entry.id): no mutant fails them")
      XCTAssertEqual(failed.subtracting(stated), [], "\(lesson.entry.id): there are no such claims")
    }
  }

  func testWhatAMutantReplacesIsThereOnce() throws {
    for lesson in Self.lessons {
      for mutant in try Self.mutants(of: lesson) {
        let name = "\(lesson.entry.id), \(mutant.name)"
        XCTAssertFalse(mutant.why.isEmpty || mutant.fails.isEmpty || mutant.edits.isEmpty, name)
        var texts: [String: String] = [:]
        for edit in mutant.edits {
          XCTAssertFalse(edit.file.hasSuffix("Claims.swift"), "\(name) changes the claims themselves")
          let url = Self.root.appending(path: edit.file)
          var text = try texts[edit.file] ?? String(contentsOf: url, encoding: .utf8)
          let old = Self.lines(edit.old)
          // Whole lines: a line break stands before the first of them, too.
          XCTAssertEqual(
            "\n\(text)".components(separatedBy: "\n\(old)").count, 2,
            "\(name): not exactly once in \(edit.file):\n\(old)")
          XCTAssertNotEqual(edit.old, edit.new, name)
          text = text.replacingOccurrences(of: old, with: Self.lines(edit.new))
          texts[edit.file] = text
        }
      }
    }
  }

  private static func lines(_ lines: [String]) -> String { lines.map { "\($0)\n" }.joined() }

  private static func folder(of lesson: any Lesson.Type) -> String {
    "0\(lesson.entry.number)-\(lesson.entry.id)"
  }

  /// All claims that the lesson's file states, also those that depend on what the machine has.
  private static func statedClaims(of lesson: any Lesson.Type) throws -> Set<String> {
    let url = root.appending(path: "Lessons/\(folder(of: lesson))/Story/Claims.swift")
    let text = try String(contentsOf: url, encoding: .utf8)
    return Set(text.matches(of: /\bClaim\(\s*"([^"]+)", at: "/).map { String($0.1) })
  }

  private static func mutants(of lesson: any Lesson.Type) throws -> [Mutant] {
    let url = root.appending(path: "Tests/Mutants/\(folder(of: lesson)).txt")
    var mutants: [Mutant] = []
    var file: String?
    for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("== ") {
        mutants.append(Mutant(name: String(line.dropFirst(3))))
        file = nil
        continue
      }
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let last = mutants.indices.last
      guard let last else { XCTFail("before the first mutant: \(line)"); continue }
      if let match = line.wholeMatch(of: /fails(?: with .+?)?: (.+)/) {
        mutants[last].fails += match.1.split(separator: " ").map(String.init)
      } else if line.hasPrefix("file: ") {
        let path = String(line.dropFirst(6))
        file = path.hasPrefix("Sources/") ? path : "Lessons/\(folder(of: lesson))/\(path)"
        mutants[last].edits.append(Edit(file: file!))
      } else if let file, line.hasPrefix("-") {
        // Lines that come after new ones are another place in the same file.
        if mutants[last].edits.last?.new.isEmpty == false { mutants[last].edits.append(Edit(file: file)) }
        mutants[last].edits[mutants[last].edits.count - 1].old.append(String(line.dropFirst()))
      } else if file != nil, line.hasPrefix("+") {
        mutants[last].edits[mutants[last].edits.count - 1].new.append(String(line.dropFirst()))
      } else if file == nil {
        mutants[last].why += line
      } else {
        XCTFail("this belongs nowhere: \(line)")
      }
    }
    return mutants
  }
}
