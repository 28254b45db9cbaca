/// A piece of a page. What it is made of was escaped when it came in, so that no text can become markup.
package struct HTML: Sendable, Hashable {
  /// The piece as it stands in a file.
  package private(set) var markup: String

  package static let nothing = HTML(drawn: "")

  /// Takes over markup that another module has made and escaped: a figure's drawing. Never text.
  package init(drawn markup: String) {
    self.markup = markup
  }

  /// Text, which reads as it is.
  package init(text: String) {
    markup = Self.escaped(text)
  }

  package init(_ pieces: [HTML]) {
    markup = pieces.map(\.markup).joined()
  }

  /// An element.
  ///
  /// - Parameters:
  ///   - attributes: their names and values; one without a value (`nil`) is left out.
  ///   - content: what stands in it; `nil` for an element that has no end, such as `input`.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: HTML?) {
    let given = attributes.compactMap { name, value in value.map { " \(name)=\"\(Self.escaped($0))\"" } }
    markup = "<\(name)\(given.joined())>" + (content.map { "\($0.markup)</\(name)>" } ?? "")
  }

  /// A whole page, with what a browser has to know first.
  package static func document(language: String, head: HTML, body: HTML) -> String {
    let page = HTML("html", ["lang": language], HTML([HTML("head", [:], head), body]))
    return "<!DOCTYPE html>\n\(page.markup)\n"
  }

  /// Rules or a script of the page's own: neither may hold the end of its element, which no escape could hide.
  package static func raw(_ name: String, _ text: String) -> HTML {
    precondition(!text.lowercased().contains("</\(name)"), "a \(name) may not hold its own end")
    return HTML(name, [:], HTML(drawn: "\n\(text)"))
  }

  /// Text as it may stand in an element or in an attribute. Characters that a page cannot hold are left out.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _
      where scalar.properties.generalCategory == .control || scalar == "\u{FFFE}" || scalar == "\u{FFFF}":
        break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
