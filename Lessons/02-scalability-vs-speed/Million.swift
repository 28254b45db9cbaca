import Figures
import LessonKit
import Measurement
import Serving

/// The same servers and users without sockets: exact, repeatable, and up to a million.
enum Million {
  static let users = [1, 2, 10, 100, 200, 625, 1_000, 10_000, 100_000, 1_000_000]

  static func tell(_ story: Story) throws {
    try story.part("million", "Up to a million users, exactly") { part in
      let limit = Prediction.limit(.usual)
      part.say(
        "The same page and users once more in virtual time, as arithmetic now: a million simulated users would take 4 GB. "
          + "Whoever asks again at once keeps Little's law: users = answers a second × "
          + "response time. So beyond the knee, where the answers a second no longer grow, the time has to.")
      let rows = users.map { count in
        part.progress("computing: \(count) users …")
        return TableFigure.Row(
          NumberText.short(Double(count)),
          Discipline.allCases.map { discipline -> Double? in
            let result = Crowd.load(discipline, .usual, users: count)
            return result.turnedAway > 0 ? nil : result.p99.inSeconds
          } + [Double(count) / limit])
      }
      part.show(
        TableFigure(
          title: "p99 in virtual time; a dot where users are turned away", corner: "users",
          columns: Discipline.allCases.map { .init($0.label, unit: "s") } + [.init("users/limit", unit: "s")],
          rows: rows))
      part.note("million/event-loop", rows.last?.values[2] ?? .nan, unit: "s")
      part.say(
        "The last column is Little's law for a thread that is never idle: users over the \(Int(limit)) answers "
          + "a second that 0.4 ms of work allow. The event loop's times come down to it.")
    }
  }
}
