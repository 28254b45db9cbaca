import Console
import Figures
import LessonKit
import Measurement
import Report
import Serving

/// More and more users ask each of the three servers, until it degrades.
struct Until: StoryPart {
  static let id = "until"
  static let title = "More and more users, until it gives way"
  static let whatIf: WhatIf? = WhatIf("What if a page waits for 20 ms only?", "--wait 20")

  struct Evidence {
    var ramps: Ramps
    /// The same ramps in virtual time, looked for a second time where the first ones were exact already.
    var exact: Ramps
    /// A short page for a single user, on one server and on the other.
    var alone: Alone
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "One page, three servers. The page computes for 0.4 ms and waits for 100 ms. Every user asks again as soon as the answer "
        + "is there. A server is doing well as long as 99 of 100 answers arrive within 250 ms, no one is turned away, and no "
        + "one waits for more than a second.")
    telling.ask(Self.eventLoop)
    let laboratory = Laboratory(telling)
    let ramps = try Ramps(laboratory)
    let exact = try Ramps(Laboratory(telling, isExact: true))
    telling.showCurves(ramps)
    telling.showTable(ramps, exact)
    telling.observe(Self.eventLoop, Double(ramps[.eventLoop].holds))
    return Evidence(ramps: ramps, exact: exact, alone: try Alone(laboratory))
  }
}

extension Telling {
  fileprivate func showCurves(_ ramps: Ramps) {
    func series(_ value: (LoadResult) -> Double) -> [CurveFigure.Series] {
      Discipline.allCases.map { discipline in
        let loads = ramps[discipline].best.filter { $0.result.answered > 0 }
        return CurveFigure.Series(discipline.label, loads.map { (Double($0.users), value($0.result)) })
      }
    }
    let knees = Discipline.allCases.compactMap { discipline in
      ramps.atKnee(discipline).map {
        CurveFigure.Mark("knee", x: Double(ramps[discipline].holds), y: $0.p99.inMilliseconds)
      }
    }
    show(
      .curve(
        id: "p99", title: "99 of 100 users wait no longer than",
        x: .init("users at once", scale: .logarithmic), y: .init("p99", unit: "ms"),
        series: series { $0.p99.inMilliseconds }, marks: knees))
    show(
      .curve(
        id: "throughput", title: "Answers a second", x: .init("users at once", scale: .logarithmic),
        y: .init("answers", unit: "a second"), series: series(\.throughput)))
  }

  fileprivate func showTable(_ ramps: Ramps, _ exact: Ramps) {
    show(
      .table(
        title: "Where each server gives way", corner: "server",
        columns: [
          .init("1 user", unit: "ms"), .init("copes with", unit: "users"), .init("not with", unit: "users"),
          .init("answers", unit: "a second"), .init("under way", unit: "requests"),
          .init("in virtual time", unit: "users"),
        ],
        rows: Discipline.allCases.map { discipline in
          let (knee, best) = (ramps[discipline], ramps.atKnee(discipline))
          return .init(
            discipline.label,
            [
              knee[1]?.responseTimes.mean.inMilliseconds, knee.endedBy == nil ? Double(knee.holds) : nil,
              knee.breaks.map(Double.init),
              best?.throughput, best?.concurrency, Double(exact[discipline].holds),
            ])
        }))
    say(
      "“Under way” is Little's law: answers a second, times the mean response time. It has to come out as the number of users, "
        + "since each of them always has one request under way. The last column is what each server copes with in virtual "
        + "time, where nothing counts but how it serves."
        + (isExact ? "" : " All other figures are this machine's, and users and servers share its cores."))
    if !isExact, let utilization = ramps.utilization {
      say(
        "The users are one thread, too, the load generator. At the event loop's knee it was busy for "
          + "\(NumberText.short(utilization * 100, unit: "%")) of the time; near 100 % it would measure itself."
      )
    }
    for discipline in Discipline.allCases {
      note("capacity/\(discipline.rawValue)", Double(ramps[discipline].holds), unit: "users")
    }
  }
}
