import Foundation

/// Values as JSON, all written alike: readable, with keys in order of the alphabet.
package enum JSONText {
  /// The JSON of a value that has nothing JSON could not say: texts, whole and finite numbers, lists of such.
  package static func of(_ value: some Encodable) -> String {
    (try? JSONEncoder.readable().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
