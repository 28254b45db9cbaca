import Reading

/// What a piece of code is, for its colour.
enum Highlight: String, Sendable, Hashable {
  case keyword = "k"
  case type = "t"
  case number = "n"
  case string = "s"
  case comment = "c"

  /// A line of code in pieces; what is nothing in particular has no highlight.
  static func pieces(of line: SourceText.Line, _ language: SourceText.Language) -> [(Highlight?, String)] {
    var pieces: [(Highlight?, String)] = []
    var rest = Array(zip(line.characters, line.kinds))[...]
    while let kind = rest.first?.1 {
      let run = rest.prefix { $0.1 == kind }
      rest = rest.dropFirst(run.count)
      let text = String(run.map(\.0))
      switch kind {
      case .comment: pieces.append((.comment, text))
      case .string: pieces.append((.string, text))
      case .code: pieces += words(of: text, language)
      }
    }
    return pieces
  }

  /// Code without comments and strings, word by word.
  private static func words(of code: String, _ language: SourceText.Language) -> [(Highlight?, String)] {
    var pieces: [(Highlight?, String)] = []
    var rest = code[...]
    while !rest.isEmpty {
      let isNumber = rest.first!.isNumber
      let sign = rest.prefix(1).prefix { "@#".contains($0) }
      let word = rest.dropFirst(sign.count).prefix {
        $0.isLetter || $0.isNumber || $0 == "_" || (isNumber && $0 == ".")
      }
      let other = rest.prefix { !$0.isLetter && !$0.isNumber && !"_@#".contains($0) }
      let end =
        word.isEmpty ? other.isEmpty ? rest.index(after: rest.startIndex) : other.endIndex : word.endIndex
      // A range, such as 1...3, is no number with dots.
      let dots = isNumber ? rest[..<end].firstRange(of: "..")?.lowerBound : nil
      let text = rest[..<(dots ?? end)]
      pieces.append((word.isEmpty ? nil : isNumber ? .number : kind(of: text, language), String(text)))
      rest = rest[text.endIndex...]
    }
    return pieces
  }

  private static func kind(of word: Substring, _ language: SourceText.Language) -> Highlight? {
    if language.keywords.contains(word) || "@#".contains(word.first!) { return .keyword }
    return word.first!.isUppercase ? .type : nil
  }
}
