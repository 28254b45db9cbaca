import Foundation

@testable import Reading

extension TranscriptParser {
  /// The transcripts in a text; one at least, which may be empty.
  static func parse(_ text: String, file: String) -> [Transcript] {
    parse(Data(text.utf8), file: file) ?? [Transcript()]
  }
}
