package import Foundation

/// A function as it stands in a source file, as a list of tokens: what two versions of it differ in can be computed.
package struct SourceFunction: Sendable, Hashable {
  /// Names, numbers and single punctuation marks, in order; comments and white space are left out.
  package var tokens: [String]

  /// Reads the first function of a name from a file.
  ///
  /// - Returns: `nil` if the file cannot be read or has no such function.
  package init?(named name: String, in file: URL) {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    self.init(named: name, in: text)
  }

  /// Reads the first function of a name from a source text.
  ///
  /// - Returns: `nil` if there is no such function.
  package init?(named name: String, in text: String) {
    let code = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.prefix(upTo: $0.range(of: "//")?.lowerBound ?? $0.endIndex) }.joined(separator: "\n")
    guard let start = code.range(of: "func \(name)(")?.lowerBound else { return nil }
    var depth = 0
    guard
      let end = code[start...].firstIndex(where: { character in
        depth += character == "{" ? 1 : character == "}" ? -1 : 0
        return character == "}" && depth == 0
      })
    else { return nil }
    tokens = Self.tokens(of: code[start...end])
  }

  /// The tokens that have to be added to this function to make it another, and those that have to be removed.
  package func changes(to other: SourceFunction) -> (added: [String], removed: [String]) {
    let difference = other.tokens.difference(from: tokens)
    func token(_ change: CollectionDifference<String>.Change) -> String {
      switch change {
      case .insert(_, let element, _), .remove(_, let element, _): element
      }
    }
    return (difference.insertions.map(token), difference.removals.map(token))
  }

  private static func tokens(of code: Substring) -> [String] {
    var tokens: [String] = []
    var isInWord = false
    for character in code {
      let isWord = character.isLetter || character.isNumber || character == "_"
      if isWord, isInWord {
        tokens[tokens.count - 1].append(character)
      } else if !character.isWhitespace {
        tokens.append(String(character))
      }
      isInWord = isWord
    }
    return tokens
  }
}
