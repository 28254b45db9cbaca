import Measurement

extension TimelineFigure {
  /// The timeline as lines of text, none wider than the style's width.
  public func text(_ style: TextStyle) -> [String] {
    let layout = Layout(self, style)
    let title = DisplayWidth.cut(PlainText.clean(title, style), to: style.width, style)
    var lines = [StyledLine(title, .bold)]
    for (lane, label) in zip(shownLanes, layout.labels) { lines.append(row(lane, label, layout, style)) }
    if let remark {
      var line = StyledLine()
      line.move(to: layout.plotStart)
      line.append(remark, .dim)
      lines.append(line)
    }
    let axis = HorizontalAxis(
      range: layout.axis, unit: "ms", start: layout.plotStart, columns: layout.plotColumns + 1
    ).lines(style)
    lines += [axis.rule, axis.labels, legendLine(layout, style)]
    return lines.map { $0.render(style) }
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
    let long = kinds.map { String(repeating: $0.glyph(style), count: 2) + " " + $0.words }
    let short = kinds.map { $0.glyph(style) + " " + $0.word }
    let gap = 2
    func columns(_ items: [String]) -> Int { items.reduce(-gap) { $0 + DisplayWidth.of($1) + gap } }
    let isLong = columns(long) <= style.width
    let items = isLong ? long : short
    var line = StyledLine()
    line.move(to: min(layout.plotStart, style.width - columns(items)))
    for (kind, item) in zip(kinds, items) {
      let glyphs = isLong ? 2 : 1
      line.append(String(item.prefix(glyphs)), kind.ink)
      line.append(String(item.dropFirst(glyphs)))
      line.append(String(repeating: " ", count: gap))
    }
    return line
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
    labels = figure.shownLanes.map {
      DisplayWidth.cut(PlainText.clean($0.label, style), to: widest, style)
    }
    let labelColumns = labels.map { DisplayWidth.of($0) }.max() ?? 0
    plotStart = labelColumns == 0 ? 0 : labelColumns + 2
    // Room for every response time that the axis has room for, from the first frame on: the bars must not shift
    // when the first response leaves.
    let responses = figure.shownLanes.map { DisplayWidth.of(TimelineFigure.responseText($0)) }
    let expected = DisplayWidth.of(NumberText.short(max(99.9, figure.axis.upper), unit: "ms"))
    plotColumns = style.width - plotStart - 2 - max(responses.max() ?? 0, expected)
  }
}
