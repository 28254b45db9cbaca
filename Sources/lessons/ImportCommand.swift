import Workbook

extension Command {
  /// Takes over the reader's own copies of the original transcripts.
  static let importing = Command(
    ReadingCommand.importing, summary: "takes over your own copies of the lectures' transcripts",
    operands: "<file or folder>...",
    notes: [
      "Understood are lines or paragraphs that start with a time (01:21 or 1:21), whole web pages of the course with them, and "
        + "subtitles (WebVTT, SRT); in UTF-8, UTF-16 or Latin-1. 'lessons read' then shows the original, and the code beside it.",
      "They are kept in .lessons/transcripts, on this machine alone.",
    ])
}
