import Figures
import LessonKit
import Measurement
import Serving

/// The load test of the lecture's course: twenty clients for 15 seconds, and a page that waits on two services.
enum CourseLoadTest {
  static let clients = 20
  static let lasting = Duration.seconds(15)
  /// What one at a time must have taken for a page, as it answered 4.72 a second.
  static let serialPage = Page(work: .zero, wait: .milliseconds(212))
  /// What the asynchronous app took for a page.
  static let asyncPage = Page(work: .zero, wait: .milliseconds(944))
  /// When an answer is late. The course does not say; this is what wrk takes unless told otherwise, which would report the same
  /// figures.
  static let deadline = Duration.seconds(2)

  /// What the clients of a server got, with and without a deadline. As wrk does, they wait for a late answer all the same.
  struct Outcome {
    /// Answers a second, late ones included.
    var throughput: Double
    /// Answers that came late.
    var late: Int

    init(_ discipline: Discipline, _ page: Page) throws {
      var plan = LoadPlan(.closed(users: clients), for: lasting, warmUp: .zero)
      plan.deadline = .seconds(1000)
      let all = try discipline.simulate(page).run(plan)
      plan.deadline = deadline
      throughput = all.throughput
      late = all.answeredMeanwhile - (try discipline.simulate(page).run(plan)).answeredMeanwhile
    }
  }

  static func tell(_ story: Story) throws {
    try story.part("course", "The course's own load test") { part in
      let serial = try Outcome(.oneAtATime, serialPage)
      let async = try Outcome(.eventLoop, asyncPage)
      func little(_ rate: Double) -> Double { Double(clients) / rate * 1000 }
      part.show(
        TableFigure(
          title: "20 clients for 15 s; the course's figures, and ours in virtual time", corner: "server",
          columns: [
            .init("course", unit: "a second"), .init("ours", unit: "a second"), .init("Little", unit: "ms"),
            .init("course", unit: "timed out"), .init("ours", unit: "timed out"),
          ],
          rows: [
            .init("one at a time", [4.72, serial.throughput, little(4.72), 65, Double(serial.late)]),
            .init("asynchronous", [20, async.throughput, little(20), 0, Double(async.late)]),
          ]))
      part.say(
        "The asynchronous row agrees with Little's law: 20 clients over 0.944 s are 21 a second, and 20 within 15 s, since the last "
          + "round is cut off. In the other row, 20 clients at 4.72 a second wait 4.2 s each. The course does not name its "
          + "deadline; we assume the 2 s that wrk takes unless told otherwise. By then one at a time has answered "
          + "\(Int(deadline / serialPage.ownTime)), and all that come later are counted as timed out and left out of the mean: the "
          + "latency of that row, which is below 2 s, cannot be what users saw.")
    }
  }
}
