extension BarFigure {
  func lines(_ style: TextStyle) -> [StyledLine] {
    let widest = min(max(10, style.width * 3 / 10), 40)
    let labels = bars.map { PlainText.fit($0.label, to: widest, style) }
    let numbers = bars.map { PlainText.fit(number($0), to: widest, style) }
    let start = (labels.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let numberColumns = numbers.map { DisplayWidth.of($0) }.max() ?? 0
    let columns = style.width - start - 1 - numberColumns

    var lines: [StyledLine] = []
    if bars.isEmpty { lines.append(StyledLine("no values", .dim)) }
    for (index, bar) in bars.enumerated() {
      var line = StyledLine(labels[index])
      line.move(to: start)
      let blocks = Self.blocks(share(bar) * Double(columns), style)
      line.append(blocks, .series(0))
      line.append(blocks.isEmpty ? numbers[index] : " \(numbers[index])")
      lines.append(line)
    }
    return lines
  }

  /// A bar of so many columns, to an eighth of one in Unicode. What is above zero has at least the shortest there is.
  private static func blocks(_ columns: Double, _ style: TextStyle) -> String {
    guard columns > 0 else { return "" }
    guard !style.ascii else { return String(repeating: "#", count: max(1, Int(columns.rounded()))) }
    let eighths = max(1, Int((columns * 8).rounded()))
    let rest = eighths % 8
    let end = rest == 0 ? "" : ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest - 1]
    return String(repeating: "█", count: eighths / 8) + end
  }
}
