import Figures
import HTML

/// Figures on a page: pictures for a wide and for a narrow page, of which the style sheet shows one, and tables as tables.
struct FigureMarkup {
  private static let wide = 640.0
  private static let narrow = 330.0

  static func html(_ figure: Figure) -> HTML {
    element("figure", ["id": "figure-\(figure.id)"]) {
      element("figcaption") { figure.title }
      if case .table(let table) = figure {
        rows(of: table)
      } else {
        picture(figure, wide, "wide")
        picture(figure, narrow, "narrow")
      }
    }
  }

  /// What all pictures of a page share; it takes no room.
  static var definitions: HTML {
    HTML(
      drawn: """
        <svg class="workbook-figure definitions" width="0" height="0" aria-hidden="true">\
        \(SVGDocument.definitions)</svg>
        """)
  }

  private static func picture(_ figure: Figure, _ width: Double, _ name: String) -> HTML {
    // The last number of a curve's axis stands half beyond it, and would be cut at the edge.
    let room = figure.kind == .curve ? 20.0 : 0
    let drawing = figure.svg(width: width - room, isTitled: false, hasTips: width == wide)
    // The title's room stays empty: it stands above, as text of the page.
    let top = 26.0
    let size = [max(width, drawing.width + room), drawing.height - top + 4].map {
      String(Int($0.rounded(.up)))
    }
    return element(
      "svg",
      [
        "class": "workbook-figure \(name)", "role": "img", "viewBox": "0 \(Int(top)) \(size[0]) \(size[1])",
        "width": size[0], "height": size[1], "aria-label": "\(figure.title). \(drawing.summary)",
      ]
    ) {
      HTML(drawn: drawing.body)
    }
  }

  private static func rows(of figure: TableFigure) -> HTML {
    let columns = figure.columns.map { column in
      let unit = column.unit.isEmpty ? nil : element("span", ["class": "unit"]) { " \(column.unit)" }
      return HTML([HTML(text: column.title), unit ?? .nothing])
    }
    return table(labelled: figure.title, columns: [HTML(text: figure.corner)] + columns) {
      element("tbody") {
        for row in figure.rows {
          element("tr") {
            element("th", ["scope": "row"]) { row.label }
            for column in figure.columns.indices { element("td") { figure.text(row, column) } }
          }
        }
      }
    }
  }
}
