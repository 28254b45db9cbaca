/// A horizontal axis as two lines of text: the line with its ticks, and the numbers below.
struct HorizontalAxis {
  var range: AxisRange
  var unit: String
  /// The column that the axis' lower end is at.
  var start: Int
  /// How many columns the axis takes; at least one.
  var columns: Int

  /// The axis with as many labels as leave room between them.
  ///
  /// - Parameters:
  ///   - corner: what stands in front of the axis, where a vertical one ends.
  ///   - isLabelled: whether there are ticks; without them the second line is empty.
  func lines(_ style: TextStyle, corner: String = "", isLabelled: Bool = true) -> [StyledLine] {
    for count in stride(from: isLabelled ? max(3, columns / 8) : 0, to: 0, by: -1) {
      let ticks = range.ticks(atMost: count)
      if let labels = labels(ticks, style) { return [rule(ticks, corner, style), labels] }
    }
    return [rule([], corner, style), StyledLine()]
  }

  private func column(_ fraction: Double) -> Int { Int((fraction * Double(columns - 1)).rounded()) }

  private func rule(_ ticks: [AxisRange.Tick], _ corner: String, _ style: TextStyle) -> StyledLine {
    var glyphs = [String](repeating: style.ascii ? "-" : "─", count: columns)
    for tick in ticks { glyphs[column(tick.fraction)] = style.ascii ? "+" : "┬" }
    var line = StyledLine()
    line.move(to: start - DisplayWidth.of(corner))
    line.append(corner + glyphs.joined(), .dim)
    return line
  }

  /// `nil` where two labels would come too close.
  private func labels(_ ticks: [AxisRange.Tick], _ style: TextStyle) -> StyledLine? {
    let gap = 3
    let unit = PlainText.fit(unit, to: style.measure / 4, style)
    var line = StyledLine()
    for (index, tick) in ticks.enumerated() {
      let isLast = index == ticks.count - 1
      let text = isLast && !unit.isEmpty ? "\(tick.label) \(unit)" : tick.label
      // The number stands below its tick, the unit behind the number.
      let wanted = start + column(tick.fraction) - DisplayWidth.of(tick.label) / 2
      let begin = max(0, min(wanted, style.measure - DisplayWidth.of(text)))
      guard index == 0 || begin >= line.columns + gap else { return nil }
      line.move(to: begin)
      line.append(text)
    }
    return line.columns <= style.measure ? line : nil
  }
}
