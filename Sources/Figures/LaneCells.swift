import Measurement

/// A lane's spans laid out on a row of cells, one kind a cell; `nil` before arrival and after departure.
enum LaneCells {
  /// - Parameter columnsPerMillisecond: the scale; 0 where the axis has no extent.
  static func layOut(_ lane: Lane, columns: Int, columnsPerMillisecond: Double) -> [Span.Kind?] {
    guard columnsPerMillisecond > 0, columns > 0 else { return Array(repeating: nil, count: columns) }
    let stretches = visible(
      merged(lane.spans).map { span in
        Stretch(
          kind: span.kind,
          start: span.start.inMilliseconds * columnsPerMillisecond,
          end: span.end.inMilliseconds * columnsPerMillisecond)
      })
    var owners = [Int?](repeating: nil, count: columns)
    var owned = [Int](repeating: 0, count: stretches.count)
    // A cell belongs to the span that is going on at its middle, so that lengths stay true to within one cell.
    for (index, stretch) in stretches.enumerated() {
      let first = max(0, Int((min(stretch.start, Double(columns)) + 0.5).rounded(.down)))
      let last = min(columns, Int((min(stretch.end, Double(columns)) + 0.5).rounded(.down)))
      guard first < last else { continue }
      owned[index] = last - first
      for cell in first..<last { owners[cell] = index }
    }
    // What covers no cell's middle takes the cell that it lies in, from a span that has more or matters less.
    let left = stretches.indices.filter { owned[$0] == 0 }
    for index in left.sorted(by: { stretches[$0].kind.precedes(stretches[$1].kind) }) {
      let cell = min(columns - 1, max(0, Int(stretches[index].middle)))
      if let owner = owners[cell] {
        let isFree = owned[owner] > 1 || stretches[index].kind.precedes(stretches[owner].kind)
        guard isFree, stretches[owner].kind != stretches[index].kind else { continue }
        owned[owner] -= 1
      }
      owners[cell] = index
      owned[index] = 1
    }
    return owners.map { $0.map { stretches[$0].kind } }
  }

  /// Neighbours of one kind are one: work that goes on after a switch is not two little pieces.
  static func merged(_ spans: [Span]) -> [Span] {
    spans.reduce(into: []) { merged, span in
      if let last = merged.last, last.kind == span.kind, last.end == span.start {
        merged[merged.count - 1].end = span.end
      } else {
        merged.append(span)
      }
    }
  }

  /// The stretches that are long enough to be shown; the time of each other goes to its neighbour.
  ///
  /// Left out of the cells alone, one that happens to cover a cell's middle would get that cell.
  private static func visible(_ stretches: [Stretch]) -> [Stretch] {
    var shown: [Stretch] = []
    var hiddenSince: Double?
    for stretch in stretches {
      let last = shown.indices.last
      if !stretch.isVisible {
        if let last, shown[last].end == stretch.start {
          shown[last].end = stretch.end
        } else {
          hiddenSince = hiddenSince ?? stretch.start
        }
      } else if let last, shown[last].kind == stretch.kind, shown[last].end == stretch.start {
        shown[last].end = stretch.end
      } else {
        shown.append(Stretch(kind: stretch.kind, start: hiddenSince ?? stretch.start, end: stretch.end))
        hiddenSince = nil
      }
    }
    return shown
  }

  private struct Stretch {
    var kind: Span.Kind
    var start: Double
    var end: Double

    var middle: Double { (start + end) / 2 }
    var isVisible: Bool { end - start >= kind.leastColumns }
  }
}
