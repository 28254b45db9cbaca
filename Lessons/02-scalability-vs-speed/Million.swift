import Figures
import LessonKit
import Measurement

/// The same servers and users without sockets: exact, repeatable, and up to a million.
enum Million {
  static let users = [1, 2, 10, 100, 200, 625, 1_000, 10_000, 100_000, 1_000_000]

  static func tell(_ story: Story) throws {
    try story.part("million", "Up to a million users, exactly") { part in
      part.say(
        "The same page and users as arithmetic, a task for each would be too many. Whoever asks again at once keeps Little's law: users = answers a second × "
          + "response time. So beyond the knee, where the answers a second no longer grow, the time has to.")
      part.progress("computing: a million users …")
      let rows = users.map { count in
        TableFigure.Row(
          NumberText.short(Double(count)),
          Discipline.allCases.map { discipline -> Double? in
            // Whoever waited longer than the deadline still had to wait: none is left out here.
            let sample = Crowd.sample(
              discipline, .usual, users: count, rounds: 2, deadline: .seconds(1_000_000))
            return sample.refused > 0 ? nil : sample.p99?.inSeconds
          } + [Double(count) / Prediction.limit(.usual)])
      }
      part.show(
        TableFigure(
          title: "p99 in virtual time; a dot where users are turned away", corner: "users",
          columns: Discipline.allCases.map { .init($0.label, unit: "s") } + [.init("users/limit", unit: "s")],
          rows: rows))
      part.note("million/event-loop", rows.last?.values[2] ?? .nan, unit: "s")
      part.say(
        "The last column is Little's law for a thread that is never idle: users over the \(Int(Prediction.limit(.usual))) answers "
          + "a second that 0.4 ms of work allow. The event loop's times come down to it.")
    }
  }
}

/// What theory says before anything is measured.
enum Prediction {
  /// The most answers a second that one thread can give: one over the work of a page.
  static func limit(_ page: Page) -> Double { .seconds(1) / page.work }

  /// Little's law: how many requests are under way at once, at a rate and a response time.
  static func underWay(perSecond rate: Double, responseTime: Duration) -> Double {
    rate * responseTime.inSeconds
  }
}
