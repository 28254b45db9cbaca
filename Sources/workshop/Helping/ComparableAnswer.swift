import Console
import Foundation
import Workbook

/// A solution as the learner would have written it: with their names for what is local, and their comments.
///
/// Set beside the learner's own text, it differs only in what the code does, and reads in words that they know.
struct ComparableAnswer {
  /// The whole text.
  let text: String

  init(own: String, solution: String) {
    let mine = CodeLine.all(own)
    let names = Self.names(mine, CodeLine.all(solution).filter { !$0.code.isEmpty })
    let right = CodeLine.all(solution).filter { !$0.code.isEmpty }.map { $0.renamed(names) }
    let code = mine.filter { !$0.code.isEmpty }
    let pairs = Self.pairs(code.map(\.code), right.map(\.code))
    var lines: [String] = []
    var (index, next) = (0, 0)
    // What is commented or empty in the learner's text stays where it is, and the solution's goes.
    for line in mine {
      guard !line.code.isEmpty else {
        lines.append(line.text)
        continue
      }
      if let place = pairs[index] {
        lines += right[next..<place].map(\.text)
        lines.append(line.text)
        next = place + 1
      }
      index += 1
    }
    text = (lines + right[next...].map(\.text)).joined(separator: "\n")
  }

  /// The learner's names for the solution's, read off lines that are otherwise alike; each name has one other at most.
  private static func names(_ mine: [CodeLine], _ right: [CodeLine]) -> [String: String] {
    let (own, others) = (CodeLine.declared(in: mine), CodeLine.declared(in: right))
    let (code, answer) = (mine.filter { !$0.code.isEmpty }, right)
    let (blank, shape) = (code.map { $0.shape(own) }, answer.map { $0.shape(others) })
    var votes: [[String]: Int] = [:]
    for (place, other) in pairs(blank.map(\.text), shape.map(\.text)) {
      for pair in zip(shape[other].names, blank[place].names) { votes[[pair.0, pair.1], default: 0] += 1 }
    }
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for (pair, _) in votes.sorted(by: { ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1]) })
    where names[pair[0]] == nil && !taken.contains(pair[1]) {
      names[pair[0]] = pair[1]
      taken.insert(pair[1])
    }
    // A name that means something else in the solution would make two things one.
    let words = Set(right.flatMap(\.words))
    while let clash = names.first(where: {
      $0.key != $0.value && words.contains($0.value) && names[$0.value] == nil
    }) { names[clash.key] = nil }
    return names
  }

  /// For each line of the first text that the second has too, its place there.
  private static func pairs(_ first: [String], _ second: [String]) -> [Int: Int] {
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in second.difference(from: first) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let kept = zip(
      first.indices.filter { !removed.contains($0) }, second.indices.filter { !inserted.contains($0) })
    return Dictionary(uniqueKeysWithValues: kept.map { ($0, $1) })
  }
}

/// A line of Swift, and what is left of it without comments and indentation.
private struct CodeLine {
  var text: String
  var code: String

  private static var word: Regex<Substring> { /[\p{L}_][\p{L}\p{N}_]*/ }

  /// The words of the code.
  var words: [String] { code.matches(of: Self.word).map { String($0.output) } }

  static func all(_ text: String) -> [CodeLine] {
    var depth = 0
    return text.lines.map { line in
      var code = ""
      var isQuoted = false
      var rest = line[...]
      while let character = rest.first {
        if depth == 0, character == "\"" { isQuoted.toggle() }
        if !isQuoted, rest.hasPrefix("/*") {
          depth += 1
          rest = rest.dropFirst(2)
        } else if depth > 0, rest.hasPrefix("*/") {
          depth -= 1
          rest = rest.dropFirst(2)
        } else if depth == 0, !isQuoted, rest.hasPrefix("//") {
          break
        } else {
          if depth == 0 { code.append(character) }
          rest = rest.dropFirst()
        }
      }
      return CodeLine(text: String(line), code: code.trimmingCharacters(in: .whitespaces))
    }
  }

  /// What the lines call their constants, variables and closures' parameters.
  static func declared(in lines: [CodeLine]) -> Set<String> {
    var names: Set<String> = []
    for line in lines {
      let patterns =
        line.code.matches(
          of: /\b(?:let|var|for)\s+(?:try\s+)?(?:await\s+)?(\([^)]*\)|[\p{L}_][\p{L}\p{N}_]*)/
        ).map(\.1)
        + line.code.matches(of: /\{\s*(?:\[[^\]]*\]\s*)?(\(?[\p{L}\p{N}_, ]+\)?)\s+in\b/).map(\.1)
      for pattern in patterns {
        for name in pattern.matches(of: word) { names.insert(String(name.output)) }
      }
    }
    return names.subtracting(["_", "let", "var", "await", "try"])
  }

  /// The code with a blank for each of some names, and these in order.
  func shape(_ names: Set<String>) -> (text: String, names: [String]) {
    var found: [String] = []
    let text = replacing(code) { name in
      guard names.contains(name) else { return nil }
      found.append(name)
      return "\u{0}"
    }
    return (text, found)
  }

  func renamed(_ names: [String: String]) -> CodeLine {
    CodeLine(text: replacing(text) { names[$0] }, code: replacing(code) { names[$0] })
  }

  /// Replaces names, but no members (`.count`), labels (`of:`), and no text between quotes except what it interpolates.
  private func replacing(_ line: String, with other: (String) -> String?) -> String {
    var result = ""
    var end = line.startIndex
    for match in line.matches(of: Self.word) {
      let before = line[..<match.range.lowerBound]
      let isMember = before.hasSuffix(".") && !before.hasSuffix("..")
      let isLabel = line[match.range.upperBound...].hasPrefix(":")
      let isText = before.count { $0 == "\"" } % 2 == 1 && !before.hasSuffix("\\(")
      result += line[end..<match.range.lowerBound]
      result += (isMember || isLabel || isText ? nil : other(String(match.output))) ?? String(match.output)
      end = match.range.upperBound
    }
    return result + line[end...]
  }
}
