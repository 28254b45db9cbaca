import HTML

/// A text with the few signs that it is written with carried out: `` `code` ``, `**strong**` and `*emphasis*`.
///
/// Of a link, `[words](…)`, the words stay.
func prose(_ text: String) -> HTML {
  var pieces: [HTML] = []
  var rest = text[...]
  while let first = rest.first {
    // Most of a text is plain; to try patterns at each of its characters would take seconds.
    let plain = rest.prefix { !"`*[".contains($0) }
    let (piece, end): (HTML, String.Index) =
      if !plain.isEmpty {
        (HTML(text: String(plain)), plain.endIndex)
      } else if let match = rest.prefixMatch(of: /`([^`]+)`/) {
        (element("code") { String(match.1) }, match.range.upperBound)
      } else if let match = rest.prefixMatch(of: /\*\*([^*]+)\*\*/) {
        (element("strong") { prose(String(match.1)) }, match.range.upperBound)
      } else if let match = rest.prefixMatch(of: /\*([^*\s][^*]*)\*/) {
        (element("em") { prose(String(match.1)) }, match.range.upperBound)
      } else if let match = rest.prefixMatch(of: /\[([^\]]+)\]\([^)\s]+\)/) {
        (prose(String(match.1)), match.range.upperBound)
      } else {
        (HTML(text: String(first)), rest.index(after: rest.startIndex))
      }
    pieces.append(piece)
    rest = rest[end...]
  }
  return HTML(pieces)
}
