import Reading

/// Where the words of a lesson first come up in the lecture.
struct WordNotes: Sendable {
  /// The words to explain at each passage, by the passage's place.
  private(set) var byPassage: [Int: [LessonReadme.Word]] = [:]
  /// The words that the lecture does not use.
  private(set) var others: [LessonReadme.Word] = []

  init(_ words: [LessonReadme.Word], in passages: [LessonText.Passage]) {
    for word in words {
      let first = passages.firstIndex { Self.range(of: word.term, in: $0.said.text) != nil }
      if let first { byPassage[first, default: []].append(word) } else { others.append(word) }
    }
  }

  /// Where a term stands in a text, in whatever case and also in the plural.
  static func range(of term: String, in text: String) -> Range<String.Index>? {
    let (words, lower) = (term.lowercased(), text.lowercased())
    // Lower case letters of other lengths would move what stands behind them.
    guard lower.utf8.count == text.utf8.count else { return nil }
    var start = lower.startIndex
    while let found = lower[start...].firstRange(of: words) {
      start = found.upperBound
      let isStart =
        found.lowerBound == lower.startIndex || !isLetter(lower[lower.index(before: found.lowerBound)])
      var end = found.upperBound
      for ending in ["es", "s"] where lower[end...].hasPrefix(ending) && end == found.upperBound {
        end = lower.index(end, offsetBy: ending.count)
      }
      let isEnd = end == lower.endIndex || !isLetter(lower[end])
      // Requests that stack up are no stack.
      let isVerb = lower[end...].hasPrefix(" up")
      if isStart, isEnd, !isVerb { return found.lowerBound..<end }
    }
    return nil
  }

  private static func isLetter(_ character: Character) -> Bool { character.isLetter || character == "-" }
}
