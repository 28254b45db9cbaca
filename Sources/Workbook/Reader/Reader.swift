public import Figures
import Report

/// Lays a lesson's transcript and code out for reading: beside one another on a wide page, one below the other on a
/// narrow one.
public struct Reader {
  /// The narrowest page that has two columns.
  public static let leastWidthOfTwoColumns = 110

  private let lesson: LessonText
  private let style: TextStyle

  /// Creates a reader for a page.
  public init(_ lesson: LessonText, style: TextStyle) {
    self.lesson = lesson
    self.style = style
  }

  /// The page's lines, without blanks at their ends.
  public var lines: [String] {
    let passages = PassageText.of(lesson.pairing)
    let body =
      style.width >= Self.leastWidthOfTwoColumns
      ? TwoColumns(passages, style: style).lines : Interleaved(passages, style: style).lines
    return heading + [""] + body
  }

  private var heading: [String] {
    let measure = min(style.width, 100)
    let place = [lesson.transcript.course, lesson.transcript.chapter, lesson.transcript.lecture].compactMap(
      \.self)
    var below = [place.joined(separator: " · ")]
    if let reader = lesson.transcript.retoldFor { below.append("Retold for \(reader).") }
    let title = PlainText.clean("\(lesson.entry.number) · \(lesson.entry.title)", style)
    return [Ink.bold.paint(title, style)]
      + below.filter { !$0.isEmpty }.flatMap { Prose.wrap(PlainText.clean($0, style), to: measure) }
      .map { Ink.dim.paint($0, style) }
  }
}
