import Reading

/// A file with ideas as a page shows it: its lines, without the times in their marks, and the moments that they belong to.
struct Listing: Sendable, Hashable {
  /// A stretch of lines that belong together; lines between two regions belong to none.
  struct Block: Sendable, Hashable {
    var lines: [Line]
    /// The moments that they belong to; none for lines that no mark names.
    var times: [Timestamp] = []
    /// Whether lines of the file that are not shown stand above.
    var isBehindGap = false
    /// The first line's number in the file, from 1.
    var number: Int { lines[0].number }
  }

  /// A line with its number in the file, from 1.
  struct Line: Sendable, Hashable {
    var number: Int
    var indentation: Int
    var text: SourceText.Line
  }

  let file: SourceFile
  /// What the README says of the file.
  var about: String
  let blocks: [Block]

  /// The file's name in links.
  var anchor: String { "file-" + Self.anchor(file.name) }

  /// A place's name in links, for example `code-AsyncServer-12`.
  static func anchor(of file: SourceFile, line: Int) -> String { "code-\(anchor(file.name))-\(line)" }

  /// - Parameters:
  ///   - lesson: the lesson whose marks are shown, in a source that is no lesson's own: there nothing else of it is.
  init(_ text: String, of file: SourceFile, about: String, for lesson: String? = nil) {
    self.file = file
    self.about = about
    let lines = SourceText(text, file.language).lines
    let regions = SourceMarks(text, of: file, for: lesson).regions.filter { !$0.lines.isEmpty }
    var blocks: [Block] = []
    var next = 0
    for region in regions {
      if lesson == nil {
        // A mark that says nothing but its times stands above its region, and is not shown.
        let plain = Self.lines(lines, next..<max(next, region.mark - 1))
        if !plain.isEmpty { blocks.append(Block(lines: plain)) }
      }
      let first = region.lines.firstIndex { !$0.isBlank } ?? 0
      // A region comes without the indentation that its lines share.
      let margin = lines[region.firstLine - 1 + first].indentation - region.lines[first].indentation
      let shown = region.lines.enumerated().map { index, line in
        Line(
          number: region.firstLine + index, indentation: line.isBlank ? 0 : margin + line.indentation,
          text: line)
      }
      blocks.append(
        Block(lines: shown, times: region.times, isBehindGap: lesson != nil && region.firstLine > next + 1))
      next = region.lastLine
    }
    if lesson == nil {
      let plain = Self.lines(lines, next..<lines.count)
      if !plain.isEmpty { blocks.append(Block(lines: plain)) }
    }
    self.blocks = blocks
  }

  /// Lines of a file without the blank ones at the end, and without marks of ends.
  private static func lines(_ all: [SourceText.Line], _ range: Range<Int>) -> [Line] {
    var lines = range.filter { !isMark(all[$0]) }.map {
      Line(number: $0 + 1, indentation: all[$0].indentation, text: all[$0])
    }
    while range.upperBound == all.count, lines.last?.text.isBlank == true { lines.removeLast() }
    return lines.allSatisfy(\.text.isBlank) && range.upperBound == all.count ? [] : lines
  }

  private static func isMark(_ line: SourceText.Line) -> Bool {
    line.code.isEmpty && line.comment?.wholeMatch(of: /(?:\/\/|#) *\[end\] */) != nil
  }

  private static func anchor(_ name: String) -> String {
    let bare = name.hasSuffix(".swift") ? name.dropLast(".swift".count) : name[...]
    return String(bare.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
