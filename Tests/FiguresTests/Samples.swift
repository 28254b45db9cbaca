import Console
import Figures
import Measurement

/// The lecture's three requests, in both servers, and the styles that every figure is tried in.
enum Samples {
  static let styles = [40, 80, 140, 200].flatMap { width in
    [false, true].map { TextStyle(width: width, ascii: $0) }
  }

  /// Requests 1 and 2 take 200 ms, request 3 takes 100 ms; one after another, each wait holding the thread.
  static let serial = Timeline(lanes: [
    lane("request 1", long, waits: .block, from: 0), lane("request 2", long, waits: .block, from: 200),
    lane("request 3", short, waits: .block, from: 400),
  ])

  /// The same requests on one event loop, as its ready queue serves them.
  static let overlapped = Timeline(lanes: [
    Lane(
      "request 1",
      spans: spans(
        (.work, 10), (.wait, 60), (.work, 10), (.wait, 110), (.work, 10)), departure: .milliseconds(200)),
    Lane(
      "request 2",
      spans: spans(
        (.queue, 10), (.work, 10), (.wait, 60), (.work, 10), (.wait, 110), (.work, 10)),
      departure: .milliseconds(210)),
    Lane(
      "request 3",
      spans: spans(
        (.queue, 20), (.work, 5), (.wait, 25), (.work, 5), (.wait, 55), (.work, 10)),
      departure: .milliseconds(120)),
  ])

  private static let long: [(Span.Kind, Int)] = [
    (.work, 10), (.wait, 60), (.work, 10), (.wait, 110), (.work, 10),
  ]
  private static let short: [(Span.Kind, Int)] = [
    (.work, 10), (.wait, 25), (.work, 5), (.wait, 50), (.work, 10),
  ]

  static func spans(_ steps: (kind: Span.Kind, milliseconds: Int)...) -> [Span] { spans(steps, from: 0) }

  private static func lane(
    _ label: String, _ steps: [(Span.Kind, Int)], waits: Span.Kind, from start: Int
  ) -> Lane {
    let queued: [(Span.Kind, Int)] = start > 0 ? [(.queue, start)] : []
    let own = steps.map { ($0.0 == .wait ? waits : $0.0, $0.1) }
    let all = spans(queued + own, from: 0)
    return Lane(label, spans: all, departure: all.last?.end)
  }

  private static func spans(_ steps: [(kind: Span.Kind, milliseconds: Int)], from start: Int) -> [Span] {
    var now = start
    return steps.map { step in
      defer { now += step.milliseconds }
      return Span(step.kind, from: .milliseconds(now), to: .milliseconds(now + step.milliseconds))
    }
  }
}

extension Samples {
  /// Requests a second against requests at once, with a knee where the core is busy all the time.
  static let throughput: Figure = {
    let counts: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    return .curve(
      title: "Throughput flattens at one over the work", x: .init("requests at once", scale: .logarithmic),
      y: .init("throughput", unit: "requests/s"),
      series: [
        .init("one at a time", counts.map { (x: $0, y: 5) }),
        .init("event loop", counts.map { (x: $0, y: min(5 * $0, 33.3)) }),
      ], marks: [.init("knee", x: 6.66, y: 33.3)])
  }()

  static let memory = Figure.bars(
    title: "Memory of one that waits", unit: "kB",
    bars: [
      ("thread", 8200), ("process with a long name", 4100.4), ("task", 1.2), ("none", .nan), ("zero", 0),
    ])
}
