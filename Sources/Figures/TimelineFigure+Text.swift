import Console
import Measurement

extension TimelineFigure {
  func lines(_ style: TextStyle) -> [StyledLine] {
    let layout = Layout(self, style)
    let rows = zip(shownLanes, layout.labels).map { row($0, $1, layout, style) }
    let below = remark.map { [StyledLine($0, .dim, at: layout.plotStart)] } ?? []
    return rows + below + footer(style)
  }

  func footer(_ style: TextStyle) -> [StyledLine] {
    let layout = Layout(self, style)
    // One column more than the lanes have: an instant is where two cells meet.
    let axis = layout.axis.lines(
      unit: "ms", from: layout.plotStart, columns: layout.plotColumns + 1, style)
    let legend = legendKinds.map {
      Legend.Item(glyph: String(repeating: $0.glyph(style), count: 2), ink: $0.ink, text: $0.words)
    }
    return axis + Legend.lines(legend, style, from: layout.plotStart)
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
    if layout.hasResponses {
      let response = Self.responseText(lane)
      line.move(to: style.measure - DisplayWidth.of(response))
      line.append(response)
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
  /// Whether there is room for the response times; the narrowest pages have none.
  var hasResponses: Bool

  var columnsPerMillisecond: Double { axis.upper > 0 ? Double(plotColumns) / axis.upper : 0 }

  init(_ figure: TimelineFigure, _ style: TextStyle) {
    axis = figure.axis
    let widest = max(6, min(style.measure * 3 / 10, 40))
    labels = PlainText.fit(figure.shownLanes.map(\.label), to: widest, style)
    let labelColumns = DisplayWidth.most(labels)
    plotStart = labelColumns == 0 ? 0 : labelColumns + 2
    // Room for every response time that the axis has room for, from the first frame on: the bars must not shift
    // when the first response leaves.
    let responses = DisplayWidth.most(figure.shownLanes.map(TimelineFigure.responseText))
    let expected = DisplayWidth.of(NumberText.short(max(99.9, figure.axis.upper), unit: "ms"))
    let room = style.measure - plotStart
    let left = room - 2 - max(responses, expected)
    hasResponses = left >= 6
    plotColumns = hasResponses ? left : room - 1
  }
}
