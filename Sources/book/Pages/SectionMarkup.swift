import HTML

/// A section of a page below its heading, which names it.
func section(_ style: String, _ id: String, _ heading: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
  element("section", ["class": style, "aria-labelledby": id]) {
    element("h2", ["id": id]) { heading }
    content()
  }
}

/// A table that scrolls by itself where the page is too narrow for it.
///
/// - Parameters:
///   - heading: the id of the heading that names it; without one, its label does.
func table(
  labelled label: String? = nil, below heading: String? = nil, columns: [HTML],
  @HTMLBuilder _ bodies: () -> HTML
) -> HTML {
  element(
    "div",
    ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": label, "aria-labelledby": heading]
  ) {
    element("table") {
      element("thead") {
        element("tr") { for column in columns { element("th", ["scope": "col"]) { column } } }
      }
      bodies()
    }
  }
}
