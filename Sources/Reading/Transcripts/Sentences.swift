import Console

extension Transcript {
  /// What is read, and linked to, as one: a sentence, or the sentences that begin in the same cue.
  package struct Passage: Sendable, Hashable {
    /// When its first word is said, to the cue: no two passages of an orderly transcript begin at the same time.
    package var time: Timestamp
    package var text: String
    /// The times of the cues that belong to it, in order, its own first.
    package var times: [Timestamp]
  }

  /// The transcript in passages, in its order.
  ///
  /// A cue may end in the middle of a sentence, and a sentence in the middle of a cue. A passage begins with the first
  /// sentence that begins in a cue; a cue in which none begins belongs to the passage before. Where there are no full stops,
  /// as in captions that a machine made, a passage ends with the cue that makes it longer than 400 characters.
  package var passages: [Passage] {
    var passages: [Passage] = []
    var length = 0
    var isEnded = true
    for cue in cues {
      let start = isEnded ? cue.text.startIndex : Sentence.firstStart(in: cue.text)
      let isSameTime = passages.last?.time == cue.time
      if !isEnded || isSameTime, let last = passages.indices.last {
        passages[last].add(isSameTime ? cue.text[...] : cue.text[..<(start ?? cue.text.endIndex)])
      }
      if let start, !isSameTime {
        passages.append(Passage(time: cue.time, text: cue.text[start...].trimmed, times: [cue.time]))
        length = 0
      } else if let last = passages.indices.last, passages[last].times.last != cue.time {
        passages[last].times.append(cue.time)
      }
      length += cue.text.utf8.count
      isEnded = Sentence.isEnded(cue.text) || length > 400
    }
    return passages
  }
}

extension Transcript.Passage {
  fileprivate mutating func add(_ more: Substring) {
    let more = more.trimmed
    text += text.isEmpty || more.isEmpty ? more : " " + more
  }
}

/// Where sentences begin and end.
private enum Sentence {
  /// Where the first sentence begins that does not begin with the text itself.
  static func firstStart(in text: String) -> String.Index? {
    var isCode = false
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character == "`" { isCode.toggle() }
      let end = text.index(after: index)
      index = end
      guard !isCode, stops.contains(character) else { continue }
      let behind = text[end...].drop { closers.contains($0) || stops.contains($0) }
      let next = behind.drop(while: \.isWhitespace)
      guard behind.first?.isWhitespace == true, let first = next.first else { continue }
      if !first.isLowercase, !isAbbreviated(text[..<end]) { return next.startIndex }
    }
    return nil
  }

  /// Whether a text ends where a sentence does.
  static func isEnded(_ text: String) -> Bool {
    var rest = text[...]
    while let last = rest.last, last.isWhitespace || closers.contains(last) { rest.removeLast() }
    guard let last = rest.last else { return true }
    return stops.contains(last) && !isAbbreviated(rest)
  }

  /// Whether the full stop at the end of a text belongs to its last word: `e.g.`, or the initial in `Donald E. Knuth`.
  private static func isAbbreviated(_ text: Substring) -> Bool {
    guard text.last == "." else { return false }
    let words = text.suffix(40).split { $0.isWhitespace || "([“\"".contains($0) }
    guard let word = words.last?.dropLast() else { return false }
    if abbreviations.contains(word.lowercased()) { return true }
    return word.count == 1 && word.first?.isUppercase == true && word != "I"
      && words.dropLast().last?.first?.isUppercase == true
  }

  private static let stops: Set<Character> = [".", "!", "?", "…"]
  private static let closers: Set<Character> = ["\"", "'", "”", "’", ")", "]", "*", "_"]
  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "cf", "vs", "approx", "fig", "mr", "mrs", "ms", "dr", "prof", "st",
  ]
}
