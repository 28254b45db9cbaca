import Figures

/// A passage as it is read: a region that was shown at an earlier cue is only pointed to.
struct PassageText {
  /// Code to show, or a place further up where it was shown.
  enum Code {
    case shown(SourceRegion)
    case above(SourceRegion, at: Timestamp)
  }

  var cue: Transcript.Cue
  var code: [Code]

  static func of(_ pairing: Pairing) -> [PassageText] {
    var shown: [SourceRegion: Timestamp] = [:]
    return pairing.passages.map { passage in
      PassageText(
        cue: passage.cue,
        code: passage.regions.filter { !$0.lines.isEmpty }.map { region in
          if let time = shown[region] { return .above(region, at: time) }
          shown[region] = passage.cue.time
          return .shown(region)
        })
    }
  }

  /// The cue behind its time, wrapped at the ends of words.
  func cueLines(columns: Int, style: TextStyle) -> [String] {
    let time = cue.time.description
    let margin = String(repeating: " ", count: time.count + 2)
    let text = PlainText.clean(cue.text, style)
    let lines = Prose.wrap(text, to: columns, first: margin, rest: margin)
    return [Ink.bold.paint(time, style) + lines[0].dropFirst(time.count)] + lines.dropFirst()
  }

  /// The code with the place of each region above it, and a blank line between regions.
  func codeLines(_ drawing: CodeText) -> [String] {
    let style = drawing.style
    let blocks = code.map { code -> [String] in
      switch code {
      case .shown(let region):
        [Ink.dim.paint(PlainText.clean(region.place, style), style)] + drawing.lines(region.lines)
      case .above(let region, let time):
        [Ink.dim.paint(PlainText.clean("\(region.place) (above, at \(time))", style), style)]
      }
    }
    return Array(blocks.joined(separator: [""]))
  }

  /// The columns of its widest line of code.
  var codeWidth: Int {
    code.map { code in
      if case .shown(let region) = code { region.lines.map(CodeText.width).max() ?? 0 } else { 0 }
    }.max() ?? 0
  }
}
