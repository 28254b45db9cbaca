import Figures
import LessonKit
import Measurement
import Serving

/// Requests that come whether or not the last was answered: an offered load (an open loop).
enum Offered {
  /// How many requests a second come, on the average, at random moments.
  static let rates = [5.0, 8, 15]

  static func tell(_ part: Part, _ laboratory: Laboratory, alone: LoadResult?) throws {
    part.say(
      "So far everybody waited for an answer before asking again, so that a slow server was asked less. The users of a site do not "
        + "know of each other: whoever comes, comes. A load generator that waits for the server leaves out just those requests that "
        + "would have waited longest (“coordinated omission”); so here each counts from the moment at which it was to begin."
    )
    let exact = Laboratory(part, isExact: true)
    var rows = try rates.map { rate in
      // Long enough for chance to even out; but where the line only grows, a minute is long enough.
      let stretch = Prediction.mean(.usual, perSecond: rate) == nil ? Duration.seconds(60) : .seconds(600)
      return try row("\(Int(rate)) a second", rate, exact, for: stretch, alone)
    }
    if !laboratory.isExact {
      let most = rates.max()!
      rows.append(try row("\(Int(most)), over sockets", most, laboratory, for: .milliseconds(600), alone))
    }
    part.show(
      TableFigure(
        title:
          "Offered to one at a time, which can answer \(Int((.seconds(1) / Page.usual.ownTime).rounded())) a second",
        corner: "offered",
        columns: [
          .init("answered", unit: "a second"), .init("mean", unit: "ms"), .init("theory", unit: "ms"),
          .init("p99", unit: "ms"), .init("1 user sees", unit: "ms"),
        ], rows: rows))
    part.say(
      "Theory is the mean of a queue with random arrivals and equal pages (M/D/1); there is none where more comes than goes: the line "
        + "(here after a minute) grows until somebody stops it. A single user who waits for each answer, in the last column, sees nothing of that."
    )
  }

  private static func row(
    _ label: String, _ rate: Double, _ laboratory: Laboratory, for stretch: Duration, _ alone: LoadResult?
  ) throws -> TableFigure.Row {
    let result = try load(rate, laboratory, for: stretch)
    return .init(
      label,
      [
        result.throughput, result.responseTimes.mean.inMilliseconds,
        Prediction.mean(.usual, perSecond: rate)?.inMilliseconds, result.p99.inMilliseconds,
        alone?.p99.inMilliseconds,
      ])
  }

  // [00:47] A rate that is offered, and response times from the moment at which each request was to begin.
  static func load(_ rate: Double, _ laboratory: Laboratory, for stretch: Duration) throws -> LoadResult {
    var plan = LoadPlan(.open(perSecond: rate), for: stretch, warmUp: .zero)
    // Nobody gives up: it is the line that is to be seen.
    plan.deadline = .seconds(1000)
    return try laboratory.load(.oneAtATime, .usual, plan, "\(Int(rate)) a second offered")
  }
}
