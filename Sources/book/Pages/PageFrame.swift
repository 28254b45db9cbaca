import Figures
import HTML

/// What all pages have around their contents.
struct PageFrame {
  struct Link: Sendable {
    /// A lesson's number; `nil` for the index.
    var number: Int?
    var title: String
    var page: String
    var isHere = false
  }

  var title: String
  var summary: String
  var links: [Link]
  let style: String
  let script: String

  func page(_ contents: HTML) -> String {
    HTML.document(language: "en", head: head, body: body(contents))
  }

  /// Nothing may be fetched from anywhere: the page says so to the browser, too.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

  /// On paper, figures are light whatever the screen is.
  private static var figureStyle: String {
    SVGDocument.stylesheet.replacing("@media (prefers", with: "@media screen and (prefers")
  }

  private var head: HTML {
    HTML([
      element("meta", ["charset": "utf-8"]),
      element("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy]),
      element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      element("meta", ["name": "color-scheme", "content": "light dark"]),
      element("meta", ["name": "description", "content": summary]),
      element("meta", ["name": "generator", "content": "The Async Workbook: lessons book"]),
      element("title") { title },
      // Without one a browser asks the server for an icon.
      element("link", ["rel": "icon", "href": "data:,"]),
      HTML.raw("style", Self.figureStyle + style),
    ])
  }

  private func body(_ contents: HTML) -> HTML {
    HTML([
      element("a", ["class": "skip", "href": "#main"]) { "Skip to the text" },
      element("header", ["class": "top"]) {
        element("nav", ["aria-label": "Lessons"]) {
          for link in links {
            element("a", ["href": link.page, "aria-current": link.isHere ? "page" : nil]) {
              if let number = link.number {
                "\(number)"
                // On a narrow page only those who listen are told.
                element("span", ["class": "title"]) { " · \(link.title)" }
              } else {
                link.title
              }
            }
          }
        }
      },
      FigureMarkup.definitions,
      element("main", ["id": "main"]) { contents },
      HTML.raw("script", script),
    ])
  }
}
