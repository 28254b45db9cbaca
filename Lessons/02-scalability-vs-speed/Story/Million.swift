import Console
import Figures
import LessonKit
import Measurement
import Queueing
import Report

/// The same servers and users without sockets: exact, repeatable, and up to a million of them.
struct Million: StoryPart {
  static let id = "million"
  static let title = "Up to a million users, exactly"
  static let whatIf: WhatIf? = WhatIf("What if a page computes for 4 ms, not 0.4?", "--work 4")

  private static let users = [1, 2, 10, 100, 200, 625, 1_000, 10_000, 100_000, 1_000_000]

  func tell(_ telling: Telling) throws {
    let limit = Capacity.mostAnswersPerSecond(.usual)
    telling.say(
      "The same page and the same users once more, in virtual time. Little's law holds at every size: users = answers a second × "
        + "response time. Beyond the knee the answers a second can grow no further, so the response time has to. (More than 1,000 users "
        + "are computed in a hundred groups whose members do everything together; that takes less time and changes no figure.)"
    )
    telling.ask(Self.million)
    let rows = Self.users.map { count in
      telling.progress("computing: \(count) users …")
      return TableFigure.Row(
        NumberText.short(Double(count)),
        Discipline.allCases.map { discipline in
          Self.responseTime(discipline, users: count)?.inSeconds
        } + [Double(count) / limit])
    }
    telling.show(
      .table(
        title: "Response times in virtual time; a dot where users are turned away", corner: "users",
        columns: Discipline.allCases.map { .init($0.label, unit: "s") } + [.init("users/limit", unit: "s")],
        rows: rows))
    telling.observe(Self.million, rows.last?.values[2])
    telling.note("million/event-loop", rows.last?.values[2] ?? .nan, unit: "s")
    telling.say(
      "The last column is Little's law for a thread that is never idle: the users, over the \(Int(limit)) answers a second that "
        + "0.4 ms of work allow. As soon as it is not idle any more, the event loop's times are just that.")
  }

  /// How long every page takes once nothing changes any more; `nil` where users are turned away.
  static func responseTime(_ discipline: Discipline, users: Int) -> Duration? {
    if discipline == .threads, users > Discipline.threadLimit { return nil }
    let group = users > 1000 ? users / 100 : 1
    // The pages of a group take one after another what keeps the thread, and wait for the rest together.
    var page = Page.usual
    page.work *= group
    if discipline == .oneAtATime { page.wait *= group }
    var loop = ClosedLoop(users: users / group, each: page.steps, on: discipline.pool())
    loop.settle()
    return loop.responseTime
  }
}
