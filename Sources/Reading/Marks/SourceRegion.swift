/// A stretch of source that belongs to moments of the lecture.
package struct SourceRegion: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// It is what the lecture talks about.
    case idea
    /// It says how a claim of the lecture is measured.
    case claim
  }

  package var file: SourceFile
  package var kind: Kind
  /// The moments that it belongs to, in the order in which its mark names them.
  package var times: [Timestamp]
  /// The line that the mark stands on, from 1.
  package var mark: Int
  /// The first line of ``lines`` in the file, from 1: the mark's own where it says more than its times.
  package var firstLine: Int
  /// The source's lines, without the indentation that they share and without the times in the mark.
  package var lines: [SourceText.Line]

  /// The last line of the region in the file, from 1; the one before the first where the region is empty.
  package var lastLine: Int { firstLine + lines.count - 1 }

  /// Where the region is, as compilers write it: `AsyncServer.swift:12`.
  package var place: String { "\(file.name):\(firstLine)" }

  init(
    _ file: SourceFile, kind: Kind = .idea, times: [Timestamp], mark: Int, _ range: Range<Int>,
    of lines: [SourceText.Line]
  ) {
    self.file = file
    self.kind = kind
    self.times = times
    self.mark = mark
    firstLine = range.lowerBound + 1
    self.lines = Array(lines[range])
    while self.lines.last?.isBlank == true { self.lines.removeLast() }
    let shared = self.lines.filter { !$0.isBlank }.map(\.indentation).min() ?? 0
    for index in self.lines.indices { self.lines[index].removeFirst(shared) }
  }
}
