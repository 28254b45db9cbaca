/// Finds the lesson that somebody means.
///
/// A lesson is named by its number (`1`, `01`), its id, its folder, its title, or the beginning of one of these; words of
/// id or title will do too. Letter case does not count, and `_` and spaces are as good as `-`. What fits more exactly
/// goes first: an id before a beginning, a beginning of an id before one of a title, and words last.
package struct LessonMatcher: Sendable {
  private let entries: [SyllabusEntry]

  package init(_ entries: [SyllabusEntry]) {
    self.entries = entries
  }

  /// The lesson that is meant.
  ///
  /// - Throws: a ``Console/Complaint`` that lists the candidates, or names the nearest.
  package func match(_ typed: String) throws(Complaint) -> SyllabusEntry {
    let name = Self.normal(typed.split(separator: "/").last ?? "")
    if let number = Int(name) {
      if let entry = entries.first(where: { $0.number == number }) { return entry }
      throw unknown(typed, nearest: nil)
    }
    let words = name.split(separator: "-")
    let rules: [(SyllabusEntry) -> Bool] = [
      { names($0).contains(name) },
      { $0.id.hasPrefix(name) || $0.folder.hasPrefix(name) },
      { Self.normal($0.title).hasPrefix(name) },
      { entry in words.allSatisfy { word in allWords(entry).contains { $0.hasPrefix(word) } } },
    ]
    for rule in rules where !name.isEmpty {
      let found = entries.filter(rule)
      if found.count == 1 { return found[0] }
      if !found.isEmpty { throw ambiguous(typed, found) }
    }
    throw unknown(typed, nearest: nearest(to: name))
  }

  /// Every spelling of a name that stands for the same: lower case, and hyphens between the words.
  package static func normal(_ text: some StringProtocol) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  private func names(_ entry: SyllabusEntry) -> [String] {
    [entry.id, entry.folder, Self.normal(entry.title)]
  }

  private func allWords(_ entry: SyllabusEntry) -> [Substring] {
    names(entry).flatMap { $0.split(separator: "-") }
  }

  private func nearest(to name: String) -> SyllabusEntry? {
    let named = entries.flatMap { entry in names(entry).map { (name: $0, entry: entry) } }
    let nearest = NearestName.of(name, among: named.map(\.name))
    return named.first { $0.name == nearest }?.entry
  }

  private func ambiguous(_ typed: String, _ found: [SyllabusEntry]) -> Complaint {
    .usage(
      "'\(typed)' could be any of \(found.count) lessons",
      advice: found.map { "\($0.number)  \($0.id)" })
  }

  private func unknown(_ typed: String, nearest: SyllabusEntry?) -> Complaint {
    .usage(
      "there is no lesson '\(typed)'",
      advice: [nearest.map { "Did you mean \($0.id)?" } ?? "'lessons list' shows the lessons there are."])
  }
}
