import Figures
import LessonKit
import Measurement
import Serving

/// Ever more users ask each of the servers, until its performance degrades.
enum Until {
  static func tell(_ story: Story) throws -> Ramps {
    try story.part("until", "Ever more users, until it gives way") { part in
      part.say(
        "One page, three servers. The page computes for 0.4 ms and waits for 100 ms. Every user asks again as soon as there is an "
          + "answer. The objective: 99 of 100 answers within 250 ms, nobody turned away, and nobody left waiting for more than "
          + "a second.")
      let guess = part.ask(
        "Answered one at a time, two users are served well. How many does one event loop serve, on one thread?",
        unit: "users", in: 1...1_000_000)
      let laboratory = Laboratory(part, isExact: story.isExact)
      let (ramps, taken) = try Bystanders.watched { try Ramps(laboratory) }
      part.compare(
        "the users of the event loop", guess, with: Double(ramps[.eventLoop].holds), tolerance: 0.25)
      part.showCurves(ramps)
      // The same ramps in virtual time: beside real ones, and, where these are exact themselves, for the second time.
      let exact = try Ramps(Laboratory(part, isExact: true))
      part.showTable(ramps, exact)
      let claims = Claims(part: part, isExact: story.isExact, taken: taken)
      claims.claimSpeed(ramps)
      claims.claimKnee(ramps, again: exact)
      claims.claimGain(ramps)
      part.say(
        story.isExact
          ? "All figures of this lesson are exact: no machine had a say in them."
          : "The figures of this part and the next are this machine's, of this moment; users and servers share its cores. Exact, "
            + "and the same everywhere, are those of virtual time: the column “exactly”, the offered loads that do not go over "
            + "sockets, and the parts after that.")
      return ramps
    }
  }
}

extension Part {
  // [00:47] [00:50] What a user sees, and when it gets worse.
  fileprivate func showCurves(_ ramps: Ramps) {
    func series(_ value: (LoadResult) -> Double) -> [Curve.Series] {
      Discipline.allCases.map { discipline in
        let loads = ramps[discipline].best.filter { $0.result.answered > 0 }
        return Curve.Series(discipline.label, loads.map { (Double($0.users), value($0.result)) })
      }
    }
    let tail = Curve(
      "p99", x: .init("users at once"), y: .init("p99", unit: "ms"), series: series { $0.p99.inMilliseconds })
    let knees = Discipline.allCases.compactMap { discipline in
      ramps.atKnee(discipline).map {
        Mark("knee", x: Double(ramps[discipline].holds), y: $0.p99.inMilliseconds)
      }
    }
    show(CurveFigure(tail, title: "How long 99 of 100 wait at most", xScale: .logarithmic, marks: knees))
    show(
      Curve(
        "throughput", x: .init("users at once"), y: .init("answers", unit: "a second"),
        series: series(\.throughput)),
      "Answers a second", xScale: .logarithmic)
  }

  fileprivate func showTable(_ ramps: Ramps, _ exact: Ramps) {
    show(
      TableFigure(
        title: "Where each gives way", corner: "server",
        columns: [
          .init("1 user", unit: "ms"), .init("good for", unit: "users"), .init("not for", unit: "users"),
          .init("answers", unit: "a second"), .init("Little", unit: "users"), .init("exactly", unit: "users"),
        ],
        rows: Discipline.allCases.map { discipline in
          let (knee, best) = (ramps[discipline], ramps.atKnee(discipline))
          return .init(
            discipline.label,
            [
              knee[1]?.responseTimes.mean.inMilliseconds, Double(knee.holds), knee.breaks.map(Double.init),
              best?.throughput, best?.concurrency, Double(exact[discipline].holds),
            ])
        }))
    say(
      "Little is answers a second × mean response time: the requests under way, to be compared with the users who are there. "
        + "The last column is what the servers are good for in virtual time, where nothing but the discipline counts."
    )
    say(
      "How sure is that? One load that keeps the objective proves that it can be kept, since noise only adds delay; one that "
        + "breaks it is tried again, unless somebody was turned away or half of the answers were late, which is no noise. "
        + Discipline.allCases.map { "\($0.label): \(ramps[$0].certainty)" }.joined(separator: "; ") + ".")
    for discipline in Discipline.allCases {
      note("capacity/\(discipline.rawValue)", Double(ramps[discipline].holds), unit: "users")
    }
  }
}
