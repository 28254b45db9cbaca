import EventLoop
import Figures
import LessonKit
import Measurement
import Report
import Workload

/// Why concurrency is never perfect, and why it helps so much all the same.
struct Limits: StoryPart {
  static let id = "limits"
  static let title = "How far it goes"
  static let whatIf: WhatIf? = WhatIf("What if 20 requests arrive at once?", "--requests 20")

  struct Evidence {
    /// Requests answered per second, overlapped, for ever more of them at once.
    var throughput: [Double]
    /// What the work of a request allows.
    var ceiling = Ceiling.requestsPerSecond(like: ThreeRequests.crowd(of: 1)[0])
    /// The three requests of the picture, overlapped.
    var three: Recording<[Response]>
    /// How long the longest of them takes on its own: the makespan, if they did not get in each other's way at all.
    var perfect = ThreeRequests.atOnce.map(\.ownTime).max()!
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "Now more and more requests arrive at once. Their waits overlap. Their work cannot: there is only one thread."
    )
    telling.ask(Self.ceiling)
    let counts = (0...6).map { 1 << $0 }
    let one = ThreeRequests.crowd(of: 1)
    let serial = try telling.measure(one) { try SerialServer(site: Site(loop: $0)).serve(one) }
    let throughput = try counts.map { count in
      let requests = ThreeRequests.crowd(of: count)
      let async = try telling.measure(requests) {
        try await AsyncServer(site: Site(loop: $0)).serve(requests)
      }
      return Double(count) / async.timeline.makespan.inSeconds
    }
    let three = ThreeRequests.atOnce
    let evidence = Evidence(
      throughput: throughput,
      three: try telling.measure(three) { try await AsyncServer(site: Site(loop: $0)).serve(three) })
    // One after another, any number of requests is answered at the rate of one.
    let rate = 1 / serial.timeline.makespan.inSeconds
    func line(_ label: String, _ values: [Double]) -> CurveFigure.Series {
      CurveFigure.Series(label, zip(counts, values).map { (Double($0), $1) })
    }
    telling.show(
      .curve(
        id: "throughput", title: "Requests per second, for ever more at once",
        x: .init("requests at once", scale: .logarithmic), y: .init("requests per second"),
        series: [
          line("overlapped", throughput), line("one after another", counts.map { _ in rate }),
          line("limit: one over the work", counts.map { _ in evidence.ceiling }),
        ]))
    telling.observe(Self.ceiling)
    telling.note("overhead/makespan", evidence.three.timeline.makespan / evidence.perfect, unit: "×")
    return evidence
  }
}
