/// Finds the marks in a source, comments such as `// [01:21] …`, and the regions that they open.
///
/// A source that is no lesson's own may belong to several. There a mark names its lesson with every time:
/// `// [threads-vs-async 01:21] …`.
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
  /// The lessons that marks name.
  public let lessons: Set<String>

  /// Finds the marks of a source.
  ///
  /// - Parameters:
  ///   - text: the source.
  ///   - file: its name within the lesson's folder, or within the workbook's if it is no lesson's own.
  ///   - lesson: the id of the lesson whose marks are wanted, in a source that is no lesson's own; without it, the marks
  ///     that name none. All others still end the regions above them.
  public init(_ text: String, file: String, of lesson: String? = nil) {
    let lines = SwiftSource(text).lines
    let marks = lines.indices.compactMap { index in
      lines[index].comment.flatMap(Mark.init).map { (index: index, mark: $0) }
    }
    let ends = marks.dropFirst().map(\.index) + [lines.count]
    lessons = Set(marks.flatMap { $0.mark.moments.compactMap(\.lesson) })
    regions = zip(marks, ends).compactMap { found, limit in
      let times = found.mark.moments.filter { $0.lesson == lesson }.map(\.time)
      guard !times.isEmpty else { return nil }
      let start = found.mark.saysMore || !lines[found.index].code.isEmpty ? found.index : found.index + 1
      let end = max(start, min(limit, RegionEnd.of(markAt: found.index, in: lines)))
      return SourceRegion(
        file: file, times: times, mark: found.index + 1, firstLine: start + 1,
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
    var moments: [(lesson: String?, time: Timestamp)]
    var saysMore: Bool

    init?(comment: String) {
      let moment = /\[(?:([a-z][a-z0-9-]*) )?(\d[\d:]*)\]\s*/
      guard let start = comment.prefixMatch(of: /\/\/+\s*/)?.range.upperBound else { return nil }
      var rest = comment[start...]
      moments = []
      while let match = rest.prefixMatch(of: moment) {
        guard let time = Timestamp(match.2) else { return nil }
        moments.append((match.1.map(String.init), time))
        rest = rest[match.range.upperBound...]
      }
      saysMore = !rest.isEmpty
      if moments.isEmpty { return nil }
    }
  }
}
