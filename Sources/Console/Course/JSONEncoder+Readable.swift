package import Foundation

extension JSONEncoder {
  /// Writes JSON that people read, with its keys in the order of the alphabet and words for numbers that are not finite.
  package static func readable() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "not a number")
    return encoder
  }
}
