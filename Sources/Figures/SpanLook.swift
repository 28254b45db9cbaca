import Console
import Measurement

/// How a way of spending time looks and what it is called, the same in every figure.
extension Span.Kind {
  /// In the order of the legend, and of which kind is shown where there is room for only one: the more a stretch does to
  /// others, the earlier.
  static let inLegend: [Span.Kind] = [.work, .block, .wait, .queue]

  private var look: (glyph: String, ascii: String, ink: Ink, words: String) {
    switch self {
    case .work: ("█", "#", .work, "working")
    case .block: ("▓", "X", .block, "waiting, thread held")
    case .wait: ("░", "-", .wait, "waiting, thread given back")
    case .queue: ("·", ".", .queue, "queued")
    }
  }

  func glyph(_ style: TextStyle) -> String { style.ascii ? look.ascii : look.glyph }
  var ink: Ink { look.ink }
  var words: String { look.words }

  func precedes(_ other: Span.Kind) -> Bool {
    Self.inLegend.firstIndex(of: self)! < Self.inLegend.firstIndex(of: other)!
  }

  /// The shortest span, in columns, that gets a column of its own although it fills none.
  ///
  /// Work is never hidden unless it is all but nothing. Being queued is shown true to scale: delays of microseconds
  /// between the other spans would look like the queues that the picture is about.
  var leastColumns: Double { self == .queue ? 0.5 : 1.0 / 200 }
}
