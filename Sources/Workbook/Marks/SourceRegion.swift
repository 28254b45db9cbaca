/// A stretch of source that belongs to moments of the lecture.
public struct SourceRegion: Sendable, Hashable {
  /// The file's name within the lesson's folder, for example `AsyncServer.swift`; within the workbook's if it is no lesson's
  /// own, for example `Sources/EventLoop/Verbs.swift`.
  public var file: String
  /// The moments named in the mark, in its order.
  public var times: [Timestamp]
  /// The line that the mark stands on, from 1.
  public var mark: Int
  /// The first line of ``lines`` in the file, from 1: the mark's own where it says more than its times.
  public var firstLine: Int
  /// The source's lines, without the indentation that they share.
  public var lines: [SwiftSource.Line]

  /// The last line of the region in the file, from 1; the one before the first where the region is empty.
  public var lastLine: Int { firstLine + lines.count - 1 }

  /// Where the region is, as compilers write it: `AsyncServer.swift:12`.
  public var place: String { "\(file):\(firstLine)" }
}
