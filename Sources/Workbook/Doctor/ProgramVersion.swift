/// A version number as programs print theirs, for example `6.3.1`.
struct ProgramVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let parts: [Int]

  init(_ parts: [Int]) {
    self.parts = parts
  }

  /// Finds the first version in a text: numbers with full stops between them, after `version` if that word is there.
  init?(in text: String) {
    let number = /\d+(?:\.\d+)+/
    let behind = text.firstRange(of: "version").map { text[$0.upperBound...] } ?? text[...]
    guard let match = behind.firstMatch(of: number) ?? text[...].firstMatch(of: number) else { return nil }
    parts = match.output.split(separator: ".").compactMap { Int($0) }
  }

  var description: String { parts.map { "\($0)" }.joined(separator: ".") }

  static func < (a: ProgramVersion, b: ProgramVersion) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
