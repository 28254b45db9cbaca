import Figures
import LessonKit
import Measurement
import Serving

/// The same servers and users without sockets: exact, repeatable, and up to a million of them.
struct Million: StoryPart {
  static let id = "million"
  static let title = "Up to a million users, exactly"
  static let claims: [Claim<Void>] = []

  private static let users = [1, 2, 10, 100, 200, 625, 1_000, 10_000, 100_000, 1_000_000]

  func tell(_ telling: Telling) throws {
    let limit = Capacity.mostAnswersPerSecond(.usual)
    telling.say(
      "The same page and the same users once more, in virtual time. Little's law holds at every size: users = answers a second × "
        + "response time. Beyond the knee the answers a second can grow no further, so the response time has to."
    )
    let rows = Self.users.map { count in
      telling.progress("computing: \(count) users …")
      return TableFigure.Row(
        NumberText.short(Double(count)),
        Discipline.allCases.map { discipline -> Double? in
          let result = Crowd.load(discipline, .usual, users: count)
          return result.turnedAway > 0 ? nil : result.p99.inSeconds
        } + [Double(count) / limit])
    }
    telling.show(
      .table(
        title: "p99 in virtual time; a dot where users are turned away", corner: "users",
        columns: Discipline.allCases.map { .init($0.label, unit: "s") } + [.init("users/limit", unit: "s")],
        rows: rows))
    telling.note("million/event-loop", rows.last?.values[2] ?? .nan, unit: "s")
    telling.say(
      "The last column is Little's law for a thread that is never idle: the users, over the \(Int(limit)) answers a second that "
        + "0.4 ms of work allow. From some 1,000 users on, the event loop's times are just that.")
  }
}
