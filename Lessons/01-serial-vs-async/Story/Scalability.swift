import EventLoop
import Figures
import LessonKit
import Measurement
import Report
import Workload

/// What the waiting is worth, and that an event loop is not the only way to use it.
struct Scalability: StoryPart {
  static let id = "scalability"
  static let title = "What waiting is worth"
  static let whatIf: WhatIf? = WhatIf("What if nothing waits?", "--wait 0")

  struct Evidence {
    /// How many times as many requests per second are answered overlapped as one after another, where nothing waits.
    var gainWithoutWaiting: Double
    /// The same where 99 % of a request is waiting.
    var gainWithWaiting: Double
    var loop: Recording<[Response]>
    var threads: Recording<[Response]>
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "Sixteen requests of 10 ms each arrive at once. From left to right, ever more of those 10 ms is waiting: none of it at "
        + "first, nearly all of it at the end.")
    telling.ask(Self.nothingWaits)
    let shares = [0, 0.5, 0.75, 0.9, 0.99]
    let rates = try shares.map { try self.rates(waitingShare: $0, telling) }
    func line(_ label: String, _ values: [Double]) -> CurveFigure.Series {
      CurveFigure.Series(label, zip(shares, values).map { ($0 * 100, $1) })
    }
    telling.show(
      .curve(
        id: "waiting-share", title: "Requests per second, by how much of a request is waiting",
        x: .init("share of waiting", unit: "%"), y: .init("requests per second"),
        series: [line("overlapped", rates.map(\.async)), line("one after another", rates.map(\.serial))]))
    telling.observe(Self.nothingWaits, rates[0].async / rates[0].serial)
    let three = ThreeRequests.atOnce
    let loop = try telling.measure(three) { try await AsyncServer(site: Site(loop: $0)).serve(three) }
    telling.say(
      "Is it the event loop that does it? Here are the three requests once more, each on a thread of its own."
    )
    let threads = try telling.show("threads", "A thread for each request", three, until: .milliseconds(500)) {
      try ThreadServer(site: Site(loop: $0)).serve(three)
    }
    return Evidence(
      gainWithoutWaiting: rates.first!.async / rates.first!.serial,
      gainWithWaiting: rates.last!.async / rates.last!.serial, loop: loop, threads: threads)
  }

  private func rates(waitingShare: Double, _ telling: Telling) throws -> (serial: Double, async: Double) {
    let requests = Ceiling.alike(16, waitingShare: waitingShare)
    let serial = try telling.measure(requests) { try SerialServer(site: Site(loop: $0)).serve(requests) }
    let async = try telling.measure(requests) { try await AsyncServer(site: Site(loop: $0)).serve(requests) }
    func perSecond(_ makespan: Duration) -> Double { Double(requests.count) / makespan.inSeconds }
    return (perSecond(serial.timeline.makespan), perSecond(async.timeline.makespan))
  }
}
