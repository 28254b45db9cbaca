import Figures
import LessonKit
import Measurement
import Serving

/// The three ways to get worse: slow, timed out, turned away.
enum Worse {
  /// So many that one at a time takes twice as long for all of them as a user has patience for.
  static let crowd = 20

  static func tell(_ story: Story, after ramps: Ramps) throws {
    try story.part("worse", "Three ways to get worse") { part in
      let laboratory = Laboratory(part, isExact: story.isExact)
      let (seen, taken) = try Bystanders.watched { try Degraded(laboratory, ramps) }
      part.show(seen.table)
      if let reports = seen.reports { part.say(reports) }
      Claims(part: part, isExact: story.isExact, taken: taken).claimWorse(seen)
      try Offered.tell(part, laboratory, alone: ramps[.oneAtATime][1])
    }
  }
}

/// Servers with more users than they are good for.
struct Degraded {
  /// One user more than one at a time is good for.
  let slow: LoadResult
  let slowUsers: Int
  /// Far more, who give up after a second.
  let late: LoadResult
  /// Threads, and users whom there is none for; `nil` with the reason where the machine cannot show it.
  let full: Result<SmallRoom.Seen, SmallRoom.Obstacle>

  init(_ laboratory: Laboratory, _ ramps: Ramps) throws {
    // The ramp has loaded it already with a user too many.
    let knee = ramps[.oneAtATime]
    slowUsers = knee.breaks ?? knee.holds + 1
    slow = try knee[slowUsers] ?? laboratory.load(.oneAtATime, users: slowUsers)
    late = try laboratory.load(.oneAtATime, users: Worse.crowd)
    full = try SmallRoom.load(laboratory)
  }

  var table: TableFigure {
    func row(_ label: String, _ users: Int, _ result: LoadResult) -> TableFigure.Row {
      let all = Double(max(1, result.requests)) / 100
      return .init(
        label,
        [
          Double(users), result.answered > 0 ? result.p99.inMilliseconds : nil, Double(result.answered) / all,
          Double(result.timedOut) / all, Double(result.turnedAway) / all,
          Double(result.failed) / all,
        ])
    }
    var rows = [
      row("slow: one at a time", slowUsers, slow), row("timed out: one at a time", Worse.crowd, late),
    ]
    if case .success(let seen) = full {
      rows += [
        row("refused: threads", seen.users, seen.full),
        row("threads, afterwards", seen.fewer, seen.afterwards),
      ]
    }
    return TableFigure(
      title: "What becomes of their requests", corner: "server",
      columns: [
        .init("users"), .init("p99", unit: "ms"), .init("answered", unit: "%"), .init("timed out", unit: "%"),
        .init("refused", unit: "%"), .init("failed", unit: "%"),
      ], rows: rows)
  }

  /// What the server whose threads ran out said about it.
  var reports: String? {
    guard case .success(let seen) = full, let report = seen.reports.first else { return nil }
    return
      "The server with threads was a process of its own, with room for \(SmallRoom.threads) threads. It said: “\(report)” "
      + "Those who were refused tried again every \(seen.pause.inWholeMilliseconds), which is why they are so many; those who had a thread did not notice."
  }
}
