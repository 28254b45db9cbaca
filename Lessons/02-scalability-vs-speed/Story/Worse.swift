import Figures
import LessonKit
import Measurement
import Report
import Serving

/// Three ways to degrade: slow, timed out, turned away. And what a load generator that waits for the server hides.
struct Worse: StoryPart {
  static let id = "worse"
  static let title = "Three ways to degrade"
  static let whatIf: WhatIf? = WhatIf("What if there are more users than threads?", "--users 300")

  let ramps: Ramps

  struct Evidence {
    /// One user more than one at a time copes with.
    var slow: LoadResult
    var slowUsers: Int
    /// Far more, who give up after a second.
    var late: LoadResult
    /// More users than there are threads, or the reason why this machine cannot show it.
    var full: Result<SmallRoom.Seen, SmallRoom.Obstacle>
  }

  /// Users enough for one at a time to need twice a user's patience for a page each.
  static let crowd = 20

  func tell(_ telling: Telling) throws -> Evidence {
    telling.ask(Self.inTime)
    let laboratory = Laboratory(telling)
    // The ramp has loaded it with one user too many already.
    let knee = ramps[.oneAtATime]
    let slowUsers = knee.breaks ?? knee.holds + 1
    let seen = Evidence(
      slow: try knee[slowUsers] ?? laboratory.load(.oneAtATime, users: slowUsers), slowUsers: slowUsers,
      late: try laboratory.load(.oneAtATime, users: Self.crowd), full: try SmallRoom.load(laboratory))
    telling.show(seen.table)
    // Over sockets a user who gives up asks again, so that it is not the same there.
    telling.observe(
      Self.inTime, telling.isExact ? Double(seen.late.answered) / Double(seen.late.requests) * 100 : nil)
    if let report = seen.report { telling.say(report) }
    try telling.showOffered(laboratory, alone: ramps[.oneAtATime][1])
    return seen
  }
}

extension Worse.Evidence {
  fileprivate var table: Figure {
    func row(_ label: String, _ users: Int, _ result: LoadResult) -> TableFigure.Row {
      let all = Double(max(1, result.requests)) / 100
      return .init(
        label,
        [
          Double(users), result.answered > 0 ? result.p99.inMilliseconds : nil, Double(result.answered) / all,
          Double(result.timedOut) / all, Double(result.turnedAway) / all, Double(result.failed) / all,
        ])
    }
    var rows = [
      row("slow: one at a time", slowUsers, slow), row("timed out: one at a time", Worse.crowd, late),
    ]
    if case .success(let seen) = full {
      rows += [
        row("turned away: threads", seen.users, seen.full),
        row("threads, afterwards", seen.fewer, seen.afterwards),
      ]
    }
    return .table(
      title: "What becomes of the requests", corner: "server",
      columns: [
        .init("users"), .init("p99", unit: "ms"), .init("answered", unit: "%"), .init("timed out", unit: "%"),
        .init("turned away", unit: "%"), .init("failed", unit: "%"),
      ], rows: rows)
  }

  /// What the server that ran out of threads said about it.
  fileprivate var report: String? {
    guard case .success(let seen) = full, let report = seen.reports.first else { return nil }
    return
      "The server with threads ran in a process of its own, with room for \(SmallRoom.threads) threads. It said: “\(report)” "
      + "The users who were turned away tried again every \(seen.pause.inWholeMilliseconds), so there are many refusals; "
      + "the users who had a thread noticed nothing."
  }
}
