import Figures
import LessonKit
import Measurement

/// Ever more users ask each of the servers, until its performance degrades.
enum Until {
  static func tell(_ story: Story) throws {
    try story.part("until", "Ever more users, until it gives way") { part in
      let page = Page.usual
      part.say(
        "One page, three servers. The page computes for 0.4 ms and waits for 100 ms. Every user asks again as soon as there is an "
          + "answer. The objective: 99 of 100 answers within 250 ms, nobody turned away, and nobody left waiting for more than "
          + "a second.")
      let guess = part.ask(
        "Answered one at a time, two users are served well. How many does one event loop serve, on one thread?",
        unit: "users", in: 1...1_000_000)
      let measured = try Measured(Laboratory(isExact: story.isExact)) { part.progress($0) }
      part.compare(
        "the users of the event loop", guess, with: Double(measured[.eventLoop].capacity), tolerance: 0.25)
      part.showCurves(measured)
      try part.showTable(measured, isExact: story.isExact)
      let claims = Claims(part: part, measured: measured, isExact: story.isExact)
      claims.claimSpeed(page)
      try claims.claimKnee(page)
      claims.claimGain()
      part.say(
        story.isExact
          ? "All figures of this part are exact: no machine had a say in them."
          : "The figures of this part are this machine's, of this moment; users and servers share its cores. Those of the parts "
            + "that follow are exact, and the same everywhere.")
    }
  }
}

extension Part {
  // [00:47] [00:50] What a user sees, and when it gets worse.
  fileprivate func showCurves(_ measured: Measured) {
    func series(_ value: (Sample) -> Double?) -> [Curve.Series] {
      Discipline.allCases.map { discipline in
        Curve.Series(
          discipline.label,
          measured[discipline].samples.compactMap { sample in value(sample).map { (Double(sample.users), $0) }
          })
      }
    }
    let tail = Curve(
      "p99", x: .init("users at once"), y: .init("p99", unit: "ms"), series: series { $0.p99?.inMilliseconds }
    )
    let knees = Discipline.allCases.compactMap { discipline -> Mark? in
      let ramp = measured[discipline]
      guard let p99 = ramp[ramp.capacity]?.p99 else { return nil }
      return Mark("knee", x: Double(ramp.capacity), y: p99.inMilliseconds)
    }
    show(CurveFigure(tail, title: "How long 99 of 100 wait at most", xScale: .logarithmic, marks: knees))
    show(
      Curve(
        "throughput", x: .init("users at once"), y: .init("answers", unit: "a second"),
        series: series(\.throughput)),
      "Answers a second", xScale: .logarithmic)
  }

  fileprivate func showTable(_ measured: Measured, isExact: Bool) throws {
    progress("computing: the same in virtual time …")
    let exact = isExact ? measured.ramps : try Discipline.exactRamps()
    show(
      TableFigure(
        title: "Where each gives way", corner: "server",
        columns: [
          .init("1 user", unit: "ms"), .init("good for", unit: "users"), .init("not for", unit: "users"),
          .init("answers", unit: "a second"), .init("Little", unit: "users"), .init("exactly", unit: "users"),
        ],
        rows: Discipline.allCases.map { discipline in
          let ramp = measured[discipline]
          return .init(
            discipline.label,
            [
              ramp[1]?.mean.inMilliseconds, Double(ramp.capacity), ramp.degraded.map(Double.init),
              ramp[ramp.capacity]?.throughput, ramp[ramp.capacity]?.underWay,
              exact[discipline].map { Double($0.capacity) },
            ])
        }))
    say(
      "Little is answers a second × mean response time: the requests under way, to be compared with the users who are there. "
        + "The last column is what the servers are good for in virtual time, where nothing but the discipline counts."
    )
    for discipline in Discipline.allCases {
      note("capacity/\(discipline.rawValue)", Double(measured[discipline].capacity), unit: "users")
    }
  }
}
