public import Figures
import Measurement

extension Grade {
  /// What the learner reads: what was found, their own timeline above the expected one on the same scale, and what their
  /// code printed.
  public func text(_ style: TextStyle) -> [String] {
    let measure = min(style.width, 100)
    var lines = Prose.wrap(says, to: measure)
    if let seed {
      lines += Prose.wrap(
        "(Seed \(seed): tasks that were ready at the same moment ran in another order than they became ready in.)",
        to: measure)
    }
    let (yours, expected) = (yours?.timeline, expected?.timeline)
    let end = max(yours?.end ?? .zero, expected?.end ?? .zero)
    for (timeline, title) in [(yours, "What your code does"), (expected, "What is expected")] {
      guard let timeline, !timeline.lanes.isEmpty else { continue }
      lines += [""] + TimelineFigure(timeline, title: title, end: end).text(style)
    }
    if let printed {
      lines += ["", Ink.bold.paint("What your code printed", style)]
      lines += printed.split(separator: "\n", omittingEmptySubsequences: false).map {
        Prose.line(String($0), style)
      }
    }
    return lines
  }
}

extension Prose {
  /// One line of somebody else's text, no wider than the page.
  fileprivate static func line(_ text: String, _ style: TextStyle) -> String {
    var line = "  "
    for character in text {
      let next = character.isASCII || !style.ascii ? String(character) : "?"
      guard DisplayWidth.of(line) + DisplayWidth.of(next) <= style.width else { break }
      line += next
    }
    return line
  }
}
