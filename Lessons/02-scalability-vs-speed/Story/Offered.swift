import Figures
import LessonKit
import Measurement
import Serving

/// Requests that arrive whether or not the last one was answered: an offered load (an open loop).
extension Telling {
  /// How many requests arrive per second, on average, at random moments.
  private static let rates = [5.0, 8, 15]

  func showOffered(_ laboratory: Laboratory, alone: LoadResult?) throws {
    say(
      "So far every user waited for an answer before asking again, so a slow server was asked less often. Real visitors do not "
        + "know of each other: they arrive when they arrive. A load generator that waits for the server leaves out exactly the "
        + "requests that would have waited longest (*coordinated omission*). Here each request counts from the moment at "
        + "which it should have begun.")
    let exact = Laboratory(self, isExact: true)
    var rows = try Self.rates.map { rate in
      // Long enough for chance to even out; but where the queue only grows, a minute is long enough.
      let stretch =
        Capacity.meanOfOneAtATime(.usual, offered: rate) == nil ? Duration.seconds(60) : .seconds(600)
      return try row("\(Int(rate)) a second", rate, exact, for: stretch, alone)
    }
    if !laboratory.isExact, let most = Self.rates.max() {
      rows.append(try row("\(Int(most)), over sockets", most, laboratory, for: .milliseconds(600), alone))
    }
    let limit = Int((.seconds(1) / Page.usual.ownTime).rounded())
    show(
      .table(
        title: "Offered to one at a time, which can answer \(limit) a second", corner: "offered",
        columns: [
          .init("answered", unit: "a second"), .init("mean", unit: "ms"), .init("theory", unit: "ms"),
          .init("p99", unit: "ms"), .init("1 user sees", unit: "ms"),
        ], rows: rows))
    say(
      "“Theory” is the mean of a queue with random arrivals and equal pages (M/D/1). Where more requests arrive than leave there "
        + "is no such mean: the queue grows for as long as one watches, here for a minute. A single user who waits for each "
        + "answer, in the last column, sees nothing of all that.")
  }

  private func row(
    _ label: String, _ rate: Double, _ laboratory: Laboratory, for stretch: Duration, _ alone: LoadResult?
  ) throws -> TableFigure.Row {
    var plan = LoadPlan(.open(perSecond: rate), for: stretch, warmUp: .zero)
    // No one gives up: the queue is what is to be seen.
    plan.deadline = .seconds(1000)
    let result = try laboratory.load(.oneAtATime, .usual, plan, "\(Int(rate)) a second offered")
    return .init(
      label,
      [
        result.throughput, result.responseTimes.mean.inMilliseconds,
        Capacity.meanOfOneAtATime(.usual, offered: rate)?.inMilliseconds, result.p99.inMilliseconds,
        alone?.p99.inMilliseconds,
      ])
  }
}
