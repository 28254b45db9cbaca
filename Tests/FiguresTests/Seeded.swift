import Measurement

/// Random numbers that are the same in every run (SplitMix64), so that what fails once fails again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A timeline with spans from microseconds to seconds, lanes unanswered and not arrived, and odd labels.
  mutating func timeline() -> Timeline {
    let labels = [
      "request", "", "日本語の依頼", "a\tb\nc", "👨‍👩‍👧‍👦 family", "\u{1B}[31mred\u{1B}[0m", "e\u{301}tude", "x",
    ]
    return Timeline(
      lanes: (0..<Int.random(in: 0...6, using: &self)).map { index in
        let label = "\(labels.randomElement(using: &self)!) \(index)"
        guard Int.random(in: 0...9, using: &self) > 0 else { return Lane(label) }
        var now = Duration.microseconds(Int.random(in: 0...100_000, using: &self))
        let arrival = now
        let spans = (0..<Int.random(in: 0...12, using: &self)).map { _ in
          let longest = [10, 5_000, 200_000, 3_000_000].randomElement(using: &self)!
          let start = now
          now += .microseconds(Int.random(in: 0...longest, using: &self))
          return Span(Span.Kind.allCases.randomElement(using: &self)!, from: start, to: now)
        }
        return Lane(label, arrival: arrival, spans: spans, departure: Bool.random(using: &self) ? now : nil)
      })
  }
}
