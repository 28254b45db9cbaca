import HTML

/// Text with the few signs that it is written with: `` `code` ``, `**strong**`, `*emphasis*` and `[links](…)`.
struct ProseMarkup {
  /// What a link's target is on the page; `nil` for a target that the page does not have.
  var link: (String) -> String? = { _ in nil }

  /// The text with its signs carried out.
  func html(_ text: String) -> HTML {
    var pieces: [HTML] = []
    var plain = ""
    var rest = text[...]
    func end() {
      if !plain.isEmpty { pieces.append(HTML(text: plain)) }
      plain = ""
    }
    while let first = rest.first {
      // Most of a text is plain; to try patterns at each of its characters would take seconds.
      let run = rest.prefix { !"`*[".contains($0) }
      if !run.isEmpty {
        plain += run
        rest = rest[run.endIndex...]
      } else if let match = rest.prefixMatch(of: /`([^`]+)`/) {
        end()
        pieces.append(element("code") { String(match.1) })
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\*\*([^*]+)\*\*/) {
        end()
        pieces.append(element("strong") { html(String(match.1)) })
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\*([^*\s][^*]*)\*/) {
        end()
        pieces.append(element("em") { html(String(match.1)) })
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\[([^\]]+)\]\(([^)\s]+)\)/) {
        end()
        let words = html(String(match.1))
        pieces.append(
          link(String(match.2)).map { target in element("a", ["href": target]) { words } } ?? words)
        rest = rest[match.range.upperBound...]
      } else {
        plain.append(first)
        rest.removeFirst()
      }
    }
    end()
    return HTML(pieces)
  }
}

/// Text with its signs carried out, without links.
func prose(_ text: String) -> HTML { ProseMarkup().html(text) }
