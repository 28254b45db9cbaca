package import Console
import Foundation

extension CatalogueExercise {
  /// The digest of the learner's code; `nil` where it cannot be read. Comments that have a line of their own do not count: the
  /// exercise's text may change, and the answer stay the same.
  package func digest(in checkout: Checkout) -> String? { digests(in: checkout).first }

  /// The digest of the learner's code, and that of the whole file, which was kept before.
  package func digests(in checkout: Checkout) -> [String] {
    guard let content = try? Data(contentsOf: checkout.url(file)) else { return [] }
    let lines = String(decoding: content, as: UTF8.self).split(whereSeparator: \.isNewline).map(\.trimmed)
    let code = lines.filter { !$0.isEmpty && !$0.hasPrefix("//") }.joined(separator: "\n")
    return [ContentDigest.of(Data(code.utf8)), ContentDigest.of(content)]
  }
}
