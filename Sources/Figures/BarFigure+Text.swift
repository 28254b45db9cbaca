import Console

extension BarFigure {
  func lines(_ style: TextStyle) -> [StyledLine] {
    guard !bars.isEmpty else { return [StyledLine("no values", .dim)] }
    let widest = min(style.measure * 3 / 10, 40)
    let labels = PlainText.fit(bars.map(\.label), to: max(6, widest), style)
    let numbers = bars.map { PlainText.fit(number($0), to: max(10, widest), style) }
    let start = DisplayWidth.most(labels) + 2
    let columns = style.measure - start - 1 - DisplayWidth.most(numbers)
    return bars.indices.map { index in
      var line = StyledLine(labels[index])
      line.move(to: start)
      let blocks = Self.blocks(share(bars[index]) * Double(columns), style)
      line.append(blocks, .series(0))
      line.append(blocks.isEmpty ? numbers[index] : " \(numbers[index])")
      return line
    }
  }

  /// A bar of a number of columns, to an eighth of one in Unicode. What is above zero has at least the shortest there is.
  private static func blocks(_ columns: Double, _ style: TextStyle) -> String {
    guard columns > 0 else { return "" }
    guard !style.ascii else { return String(repeating: "#", count: max(1, Int(columns.rounded()))) }
    let eighths = max(1, Int((columns * 8).rounded()))
    let end = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + end
  }
}
