import Measurement

extension TimelineFigure {
  func lines(_ style: TextStyle) -> [StyledLine] {
    let layout = Layout(self, style)
    var lines: [StyledLine] = []
    for (lane, label) in zip(shownLanes, layout.labels) { lines.append(row(lane, label, layout, style)) }
    if let remark {
      var line = StyledLine()
      line.move(to: layout.plotStart)
      line.append(remark, .dim)
      lines.append(line)
    }
    // One column more than the lanes have: an instant is where two cells meet.
    let axis = HorizontalAxis(
      range: layout.axis, unit: "ms", start: layout.plotStart, columns: layout.plotColumns + 1)
    return lines + axis.lines(style) + [legendLine(layout, style)]
  }

  private func row(_ lane: Lane, _ label: String, _ layout: Layout, _ style: TextStyle) -> StyledLine {
    var line = StyledLine(label)
    line.move(to: layout.plotStart)
    let cells = LaneCells.layOut(
      lane, columns: layout.plotColumns, columnsPerMillisecond: layout.columnsPerMillisecond)
    var rest = cells[...]
    while let kind = rest.first {
      let run = rest.prefix { $0 == kind }.count
      line.append(String(repeating: kind?.glyph(style) ?? " ", count: run), kind?.ink)
      rest = rest.dropFirst(run)
    }
    let response = Self.responseText(lane)
    line.move(to: style.width - DisplayWidth.of(response))
    line.append(response)
    return line
  }

  private func legendLine(_ layout: Layout, _ style: TextStyle) -> StyledLine {
    let kinds = legendKinds
    let long = kinds.map {
      Legend.Item(glyph: String(repeating: $0.glyph(style), count: 2), ink: $0.ink, text: $0.words)
    }
    let short = kinds.map { Legend.Item(glyph: $0.glyph(style), ink: $0.ink, text: $0.word) }
    let legend = Legend(long, style)
    return (legend.columns() <= style.width ? legend : Legend(short, style)).line(
      style, from: layout.plotStart)
  }
}

/// Where on the page the parts of a text timeline are.
private struct Layout {
  var labels: [String]
  var axis: AxisRange
  var plotStart: Int
  var plotColumns: Int

  var columnsPerMillisecond: Double { axis.upper > 0 ? Double(plotColumns) / axis.upper : 0 }

  init(_ figure: TimelineFigure, _ style: TextStyle) {
    axis = figure.axis
    let widest = min(max(10, style.width * 3 / 10), 40)
    labels = figure.shownLanes.map { PlainText.fit($0.label, to: widest, style) }
    let labelColumns = labels.map { DisplayWidth.of($0) }.max() ?? 0
    plotStart = labelColumns == 0 ? 0 : labelColumns + 2
    // Room for every response time that the axis has room for, from the first frame on: the bars must not shift
    // when the first response leaves.
    let responses = figure.shownLanes.map { DisplayWidth.of(TimelineFigure.responseText($0)) }
    let expected = DisplayWidth.of(NumberText.short(max(99.9, figure.axis.upper), unit: "ms"))
    plotColumns = style.width - plotStart - 2 - max(responses.max() ?? 0, expected)
  }
}
