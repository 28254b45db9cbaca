import Console

/// Finds the marks in a source, comments such as `// [01:21] …` (`# [01:21] …` in Python), and the regions that they open.
///
/// A source that is no lesson's own may belong to several. There a mark names its lesson with every time:
/// `// [threads-vs-async 01:21] …`.
///
/// A region lasts to a comment `// [end]`, wherever that stands, if no other mark comes before it. Otherwise it lasts to the
/// next mark or to the end of what the mark stands above, whichever comes first:
/// - above a declaration with a body (a type, a function, a computed property): to its closing brace, or in Python to where
///   the indentation ends;
/// - above anything else: to the first blank line that is not within brackets or a block below the mark, or to the end of
///   the block that the mark stands in.
///
/// A mark may also stand behind code, and then its line is the region's first.
package struct SourceMarks: Sendable, Hashable {
  /// The regions, in the order of the file; one whose mark has nothing to mark is empty.
  package let regions: [SourceRegion]
  /// The lessons that marks name.
  package let lessons: Set<String>
  /// The lines, from 1, with an `[end]` that ends nothing.
  package let strayEnds: [Int]

  /// Finds the marks of a source.
  ///
  /// - Parameters:
  ///   - lesson: the id of the lesson whose marks are wanted, in a source that is no lesson's own; without it, the marks
  ///     that name none. All others still end the regions above them.
  package init(_ text: String, of file: SourceFile, for lesson: String? = nil) {
    var lines = SourceText(text, file.language).lines
    let marks = lines.indices.compactMap { index in Mark(&lines[index], at: index, file.language) }
    var regions: [SourceRegion] = []
    for (index, mark) in marks.enumerated() {
      let times = mark.moments.filter { $0.lesson == lesson }.map(\.time)
      guard !times.isEmpty else { continue }
      let next = index + 1 < marks.count ? marks[index + 1] : nil
      let start = lines[mark.line].isBlank ? mark.line + 1 : mark.line
      let end =
        next?.isEnd == true
        ? next!.line
        : min(next?.line ?? lines.count, RegionEnd.of(markAt: mark.line, in: lines, file.language))
      regions.append(
        SourceRegion(file, times: times, mark: mark.line + 1, start..<max(start, end), of: lines))
    }
    self.regions = regions
    lessons = Set(marks.flatMap { $0.moments.compactMap(\.lesson) })
    strayEnds = marks.indices.filter { marks[$0].isEnd && ($0 == 0 || marks[$0 - 1].isEnd) }
      .map { marks[$0].line + 1 }
  }

  private struct Mark {
    var line: Int
    /// The moments that it names; none for an end.
    var moments: [(lesson: String?, time: Timestamp)] = []
    var isEnd: Bool { moments.isEmpty }

    /// Reads the mark in a line, and takes its times out: what is left is for the reader.
    init?(_ source: inout SourceText.Line, at index: Int, _ language: SourceText.Language) {
      guard let start = source.kinds.firstIndex(of: .comment) else { return nil }
      let comment = String(source.characters[start...])
      let slashes = comment.prefix { language.comment.contains($0) }
      guard slashes.hasPrefix(language.comment) else { return nil }
      var rest = comment.dropFirst(slashes.count).drop(while: \.isWhitespace)
      line = index
      if rest.trimmed == "[end]" { return }
      while let match = rest.prefixMatch(of: /\[(?:([a-z][a-z0-9-]*) )?(\d[\d:]*)\]\s*/) {
        guard let time = Timestamp(match.2) else { return nil }
        moments.append((match.1.map(String.init), time))
        rest = rest[match.range.upperBound...]
      }
      if moments.isEmpty { return nil }
      let kept = rest.isEmpty ? "" : "\(slashes) \(rest)"
      source.removeLast(source.characters.count - start)
      for character in kept { source.append(character, .comment) }
      if kept.isEmpty { source.removeBlanksAtEnd() }
    }
  }
}
