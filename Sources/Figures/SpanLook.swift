import Measurement

/// How a way of spending time looks and what it is called, the same in every figure.
extension Span.Kind {
  /// In the order of the legend.
  static let inLegend: [Span.Kind] = [.work, .block, .wait, .queue]

  func glyph(_ style: TextStyle) -> String {
    switch self {
    case .work: style.ascii ? "#" : "█"
    case .block: style.ascii ? "X" : "▓"
    case .wait: style.ascii ? "-" : "░"
    case .queue: style.ascii ? "." : "·"
    }
  }

  var ink: Ink {
    switch self {
    case .work: .work
    case .block: .block
    case .wait: .wait
    case .queue: .queue
    }
  }

  /// The legend's words.
  var words: String {
    switch self {
    case .work: "working"
    case .block: "waiting, thread held"
    case .wait: "waiting, thread given back"
    case .queue: "queued"
    }
  }

  /// Which kind is shown where there is room for only one. The more a stretch does to others, the higher.
  var precedence: Int {
    switch self {
    case .work: 3
    case .block: 2
    case .wait: 1
    case .queue: 0
    }
  }

  /// The shortest span, in columns, that gets a column of its own although it fills none.
  ///
  /// Work is never hidden unless it is all but nothing. Being queued is shown true to scale: delays of microseconds
  /// between the other spans would look like the queues that the picture is about.
  var leastColumns: Double { self == .queue ? 0.5 : 1.0 / 200 }
}
