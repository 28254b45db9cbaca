/// Where on a page the words of its lesson first come up.
struct WordNotes: Sendable {
  /// Where a text stands on the page.
  enum Place: Hashable {
    case passage(Int)
    /// A paragraph of a part, by the part's id.
    case part(String, Int)
  }

  /// The words to explain at a place, in the order of the lesson.
  private(set) var byPlace: [Place: [LessonReadme.Word]] = [:]
  /// The words that no text uses.
  private(set) var others: [LessonReadme.Word] = []

  /// - Parameter texts: what is on the page, in its order.
  init(_ words: [LessonReadme.Word], in texts: [(place: Place, text: String)]) {
    for word in words {
      let first = texts.first { WordSearch.range(of: word.term, in: $0.text) != nil }
      if let first { byPlace[first.place, default: []].append(word) } else { others.append(word) }
    }
  }
}

/// Finds words in texts.
enum WordSearch {
  /// Where a term stands in a text, in whatever case and also in the plural; not within code.
  static func range(of term: String, in text: String) -> Range<String.Index>? {
    let (words, lower) = (term.lowercased(), text.lowercased())
    // Lower case letters of other lengths would move what stands behind them.
    guard lower.utf8.count == text.utf8.count else { return nil }
    var start = lower.startIndex
    while let found = lower[start...].firstRange(of: words) {
      start = found.upperBound
      let before = lower[..<found.lowerBound]
      let isStart = before.last.map { !isLetter($0) } ?? true
      let isCode = !before.count { $0 == "`" }.isMultiple(of: 2)
      var end = found.upperBound
      for ending in ["es", "s"] where lower[end...].hasPrefix(ending) && end == found.upperBound {
        end = lower.index(end, offsetBy: ending.count)
      }
      let isEnd = end == lower.endIndex || !isLetter(lower[end])
      // Requests that stack up are no stack.
      let isVerb = lower[end...].hasPrefix(" up")
      if isStart, isEnd, !isVerb, !isCode { return found.lowerBound..<end }
    }
    return nil
  }

  private static func isLetter(_ character: Character) -> Bool { character.isLetter || character == "-" }
}
