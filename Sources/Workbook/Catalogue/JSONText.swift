import Foundation

/// Values as JSON, all written alike: readable, with keys in order of the alphabet.
package enum JSONText {
  /// The JSON of a value that has nothing JSON could not say: texts, whole and finite numbers, lists of such.
  package static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Only a number that is not finite could fail, and a word for it is better than no list at all.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "not a number")
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
