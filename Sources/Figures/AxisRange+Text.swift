import Console

extension AxisRange {
  /// A horizontal axis as two lines of text: the line with as many ticks as have room for their numbers, and the numbers.
  ///
  /// - Parameters:
  ///   - start: the column that the axis' lower end is at.
  ///   - columns: how many columns the axis takes; at least one.
  ///   - corner: what stands in front of the axis, where a vertical one ends.
  ///   - isLabelled: whether there are ticks; without them the second line is empty.
  func lines(
    unit: String, from start: Int, columns: Int, _ style: TextStyle, corner: String = "",
    isLabelled: Bool = true
  ) -> [StyledLine] {
    func column(_ tick: Tick) -> Int { Int((tick.fraction * Double(columns - 1)).rounded()) }
    func rule(_ ticks: [Tick]) -> StyledLine {
      var glyphs = [String](repeating: style.ascii ? "-" : "─", count: columns)
      for tick in ticks { glyphs[column(tick)] = style.ascii ? "+" : "┬" }
      return StyledLine(corner + glyphs.joined(), .dim, at: start - DisplayWidth.of(corner))
    }
    /// `nil` where two labels would come too close.
    func labels(_ ticks: [Tick]) -> StyledLine? {
      let unit = PlainText.fit(unit, to: style.measure / 4, style)
      var line = StyledLine()
      for (index, tick) in ticks.enumerated() {
        let isLast = index == ticks.count - 1
        let text = isLast && !unit.isEmpty ? "\(tick.label) \(unit)" : tick.label
        // The number stands below its tick, the unit behind the number.
        let wanted = start + column(tick) - DisplayWidth.of(tick.label) / 2
        let begin = max(0, min(wanted, style.measure - DisplayWidth.of(text)))
        guard index == 0 || begin >= line.columns + 3 else { return nil }
        line.move(to: begin)
        line.append(text)
      }
      return line.columns <= style.measure ? line : nil
    }
    for count in stride(from: isLabelled ? max(3, columns / 8) : 0, to: 0, by: -1) {
      let ticks = ticks(atMost: count)
      if let labels = labels(ticks) { return [rule(ticks), labels] }
    }
    return [rule([]), StyledLine()]
  }
}
