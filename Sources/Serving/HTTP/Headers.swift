/// Header fields in the order in which they were written; names compare without regard to case.
package struct Headers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One line of the head.
  package struct Field: Sendable, Hashable {
    /// The name as it was written.
    package var name: String
    /// The value without the space around it.
    package var value: String
  }

  /// The fields, in order.
  package private(set) var fields: [Field] = []

  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  /// The value of the first field with this name.
  package subscript(name: String) -> String? { fields.first { $0.name.equalsIgnoringCase(name) }?.value }

  /// Adds a field at the end.
  ///
  /// A line break or another control character would begin a header of its own on the wire; it becomes a space.
  package mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name.withoutControls, value: value.withoutControls))
  }

  /// Adds a field that a parser has checked.
  mutating func append(checked field: Field) { fields.append(field) }
}

extension String {
  /// Whether two names are the same but for the case of ASCII letters.
  func equalsIgnoringCase(_ other: String) -> Bool {
    utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.lowercased == $1.lowercased }
  }

  fileprivate var withoutControls: String {
    guard utf8.contains(where: \.isControl) else { return self }
    return String(decoding: utf8.map { $0.isControl ? .space : $0 }, as: UTF8.self)
  }
}
