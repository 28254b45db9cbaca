package import Measurement

extension Timeline {
  /// The timeline without what no picture of it can show: a lane of very many spans keeps what is drawn where there is much room.
  ///
  /// - Parameter columns: on how many cells such a lane is laid out; one that has fewer spans is left as it is.
  package func thinned(to columns: Int = 400) -> Timeline {
    let scale = end > .zero ? Double(columns) / end.inMilliseconds : 0
    return Timeline(
      lanes: lanes.map { lane in
        guard lane.spans.count > columns else { return lane }
        var thin = lane
        thin.spans = LaneCells.merged(lane.spans)
        guard thin.spans.count > columns else { return thin }
        let cells = LaneCells.layOut(lane, columns: columns, columnsPerMillisecond: scale)
        let spans = LaneCells.merged(
          cells.enumerated().compactMap { column, kind in
            kind.map { Span($0, from: end * column / columns, to: end * (column + 1) / columns) }
          })
        // Where the lane begins and ends is known better than to within a cell.
        let (first, last) = (thin.spans[0].start, thin.spans[thin.spans.count - 1].end)
        thin.spans = spans
        if !spans.isEmpty {
          thin.spans[0].start = first
          thin.spans[spans.count - 1].end = last
        }
        return thin
      })
  }
}
