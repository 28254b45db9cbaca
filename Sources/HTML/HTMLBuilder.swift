/// Puts a page together from its pieces: a string among them is text.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ piece: HTML) -> HTML { piece }
  package static func buildExpression(_ piece: HTML?) -> HTML { piece ?? .nothing }
  package static func buildExpression(_ pieces: [HTML]) -> HTML { HTML(pieces) }
  package static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
  package static func buildBlock(_ pieces: HTML...) -> HTML { HTML(pieces) }
  package static func buildArray(_ pieces: [HTML]) -> HTML { HTML(pieces) }
  package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .nothing }
  package static func buildEither(first piece: HTML) -> HTML { piece }
  package static func buildEither(second piece: HTML) -> HTML { piece }
}

/// An element with what stands in it; an attribute without a value (`nil`) is left out.
package func element(
  _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], @HTMLBuilder _ content: () -> HTML
) -> HTML {
  HTML(name, attributes, content())
}

/// An element that has no end, such as `input`.
package func element(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> HTML {
  HTML(name, attributes, nil)
}
