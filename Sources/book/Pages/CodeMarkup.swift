import HTML
import Reading

/// The files with ideas: their code, coloured, with links back to the moments that it belongs to.
struct CodeMarkup {
  let listings: [Listing]
  /// The passage that a moment belongs to, by its anchor.
  let passage: (Timestamp) -> String?

  /// Links to the files, and the files.
  var html: HTML {
    HTML([
      element("nav", ["class": "files", "aria-label": "Files"]) {
        element("ul") {
          for listing in listings {
            element("li", ["class": listing.file.language.rawValue]) {
              element("a", ["href": "#\(listing.anchor)"]) { Self.shortName(listing) }
            }
          }
        }
      },
      HTML(listings.map(file)),
    ])
  }

  private static func shortName(_ listing: Listing) -> String {
    let name = listing.file.name.split(separator: "/").last.map(String.init) ?? listing.file.name
    return name.hasSuffix(".swift") ? String(name.dropLast(".swift".count)) : name
  }

  private func file(_ listing: Listing) -> HTML {
    element(
      "section",
      [
        "class": "file \(listing.file.language.rawValue)", "id": listing.anchor,
        "aria-label": listing.file.name,
      ]
    ) {
      element("h3") { listing.file.name }
      if !listing.about.isEmpty { element("p") { prose(ClaimMarkup.sentence(listing.about)) } }
      element("pre") {
        element("code") { for block in listing.blocks { html(block, of: listing) } }
      }
    }
  }

  private func html(_ block: Listing.Block, of listing: Listing) -> HTML {
    let lines = HTML(
      block.lines.indices.map { index in
        // The style sheet counts the lines of a block; where one is left out, it is told.
        let isNext = index == 0 || block.lines[index].number == block.lines[index - 1].number + 1
        return line(block.lines[index], listing.file.language, isCounted: isNext)
      })
    let count = "counter-reset:n \(block.number - 1)"
    let gap =
      block.isBehindGap ? element("span", ["class": "gap", "aria-hidden": "true"]) { "⋯\n" } : .nothing
    let times = block.times.filter { passage($0) != nil }
    guard !times.isEmpty else { return HTML([gap, element("span", ["style": count]) { lines }]) }
    let cues = times.compactMap(passage).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return HTML([
      gap,
      element(
        "span",
        [
          "class": "region", "id": Listing.anchor(of: listing.file, line: block.number),
          "data-cues": cues.joined(separator: " "), "style": "--times:\(times.count);\(count)",
        ]
      ) {
        element("span", ["class": "times"]) {
          for time in times { element("a", ["href": "#\(anchor(time))"]) { "\(time)" } }
        }
        lines
      },
    ])
  }

  /// A line: there are very many, so what they have in common is said in as few words as possible.
  private func line(_ line: Listing.Line, _ language: SourceText.Language, isCounted: Bool) -> HTML {
    let missing = String(repeating: " ", count: max(0, line.indentation - line.text.indentation))
    let indentation = min(line.indentation / 2, Self.deepest)
    return element(
      "span",
      [
        "class": indentation == 0 ? "l" : "l i\(indentation)",
        "style": isCounted ? nil : "counter-set:n \(line.number)",
      ]
    ) {
      missing
      for (highlight, text) in Highlight.pieces(of: line.text, language) {
        if let highlight { element("b", ["class": highlight.rawValue]) { text } } else { text }
      }
      "\n"
    }
  }

  /// The deepest indentation that the style sheet knows, in steps of two columns.
  private static let deepest = 12
}

/// A moment's name in links, for example `00-41`.
func anchor(_ time: Timestamp) -> String { time.description.replacing(":", with: "-") }
