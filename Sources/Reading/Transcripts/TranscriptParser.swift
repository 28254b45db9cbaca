package import Foundation

/// Reads transcripts: our own form, and the forms that originals come in.
///
/// Our own form is a short header (`Course:`, `Chapter:`, `Lecture:`, `Retold for:`) and then a cue a line,
/// `mm:ss text`. Originals come as lines or paragraphs that start with a time, with the header and footer of a web
/// page around them, several run together in one file, and as subtitles (WebVTT, SRT). A line that is damaged is
/// kept as a ``Transcript/Problem``; no text is lost but the furniture of the page. The time that it takes grows with the
/// size of the text alone.
package enum TranscriptParser {
  /// The transcripts in a file's bytes; one at least, which may be empty.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents.
  ///   - file: the name that problems are reported under.
  /// - Returns: `nil` where the bytes are no text at all.
  package static func parse(_ bytes: Data, file: String) -> [Transcript]? {
    TranscriptText.lines(bytes).map { parse(lines: $0, file: file) }
  }

  private static func parse(lines: [String], file: String) -> [Transcript] {
    let isOurs = lines.contains { $0.hasPrefix("Retold for:") }
    if !isOurs, SubtitleParser.isSubtitles(lines) { return [SubtitleParser.parse(lines, file: file)] }
    var parser = CueLineParser(file: file, isOurs: isOurs)
    for (index, line) in lines.enumerated() {
      for piece in RunTogether.pieces(of: line) { parser.read(piece, line: index + 1) }
    }
    return parser.finish()
  }
}
