/// Finds the marks in a source, comments such as `// [01:21] …`, and the regions that they open.
///
/// A region lasts to the next mark, or to the end of the declaration, whichever comes first. Where that end is depends
/// on what the mark stands above:
/// - above a declaration with a body (a type, a function, a computed property): at its closing brace;
/// - above another declaration of a type or a file (a property, a requirement): at the next blank line;
/// - anywhere else, within a body: where the block closes that the mark stands in.
///
/// A mark may also stand behind code, and then its line is the region's first.
public struct SourceMarks: Sendable, Hashable {
  /// The regions, in the order of the file; one whose mark has nothing to mark is empty.
  public let regions: [SourceRegion]

  /// Finds the marks of a source.
  ///
  /// - Parameters:
  ///   - text: the source.
  ///   - file: its name within the lesson's folder.
  public init(_ text: String, file: String) {
    let lines = SwiftSource(text).lines
    let marks = lines.indices.compactMap { index in
      lines[index].comment.flatMap(Mark.init).map { (index: index, mark: $0) }
    }
    let ends = marks.dropFirst().map(\.index) + [lines.count]
    regions = zip(marks, ends).map { found, limit in
      let start = found.mark.saysMore || !lines[found.index].code.isEmpty ? found.index : found.index + 1
      let end = max(start, min(limit, RegionEnd.of(markAt: found.index, in: lines)))
      return SourceRegion(
        file: file, times: found.mark.times, mark: found.index + 1, firstLine: start + 1,
        lines: Self.dedented(lines[start..<end]))
    }
  }

  private static func dedented(_ given: ArraySlice<SwiftSource.Line>) -> [SwiftSource.Line] {
    var lines = Array(given)
    while lines.last?.isBlank == true { lines.removeLast() }
    let indentation = lines.filter { !$0.isBlank }.map { $0.characters.prefix { $0 == " " }.count }.min() ?? 0
    for index in lines.indices {
      let count = min(indentation, lines[index].characters.count)
      lines[index].characters.removeFirst(count)
      lines[index].kinds.removeFirst(count)
    }
    return lines
  }

  private struct Mark {
    var times: [Timestamp]
    var saysMore: Bool

    init?(comment: String) {
      guard let match = comment.wholeMatch(of: /\/\/+\s*((?:\[\d[\d:]*\]\s*)+)(.*)/) else { return nil }
      let names = match.1.split { !$0.isNumber && $0 != ":" }
      times = names.compactMap { Timestamp($0) }
      saysMore = !match.2.isEmpty
      if times.isEmpty || times.count < names.count { return nil }
    }
  }
}
