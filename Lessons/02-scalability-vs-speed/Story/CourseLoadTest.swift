import Figures
import LessonKit
import Measurement
import Queueing
import Report

/// The load test from elsewhere in the lecture's course: twenty clients for 15 seconds, and a page that waits for two services.
struct CourseLoadTest: StoryPart {
  static let id = "course"
  static let title = "The course's own load test"
  static let whatIf: WhatIf? = WhatIf("What if the clients take 500 ms for good enough?", "--objective 500")

  static let clients = 20
  static let lasting = Duration.seconds(15)
  /// What a page must have taken one at a time, at 4.72 answers a second.
  static let serialPage = Page(work: .zero, wait: .milliseconds(212))
  /// What a page took in the asynchronous app.
  static let asyncPage = Page(work: .zero, wait: .milliseconds(944))
  /// When an answer is late. The course does not say; this is what wrk assumes by default.
  static let deadline = Duration.seconds(2)

  /// What the clients of a server got, with and without a deadline. As wrk does, they wait for a late answer all the same.
  struct Outcome {
    /// Answers a second, late ones included.
    var throughput: Double
    /// Answers that came late.
    var late: Int

    init(_ pool: Pool, _ page: Page) {
      var times: [Duration] = []
      ClosedLoop(users: clients, each: page.steps, on: pool, spread: .zero)
        .measure(for: lasting) { times.append($0.responseTime) }
      throughput = Double(times.count) / lasting.inSeconds
      late = times.count { $0 > deadline }
    }
  }

  func tell(_ telling: Telling) throws {
    telling.say(
      "Later in the course, its author puts load on the same app in two versions: 20 clients, 15 seconds. Can the figures that he "
        + "reads out be explained?")
    let serial = Outcome(.oneAtATime, Self.serialPage)
    let async = Outcome(.eventLoop, Self.asyncPage)
    func little(_ rate: Double) -> Double { Double(Self.clients) / rate * 1000 }
    telling.show(
      .table(
        title: "20 clients for 15 s; the course's figures, and ours in virtual time", corner: "server",
        columns: [
          .init("course", unit: "a second"), .init("ours", unit: "a second"), .init("Little", unit: "ms"),
          .init("course", unit: "timed out"), .init("ours", unit: "timed out"),
        ],
        rows: [
          .init("one at a time", [4.72, serial.throughput, little(4.72), 65, Double(serial.late)]),
          .init("asynchronous", [20, async.throughput, little(20), 0, Double(async.late)]),
        ]))
    telling.say(
      "The asynchronous row agrees with Little's law: 20 clients over 0.944 s are 21 answers a second, and 20 within 15 s, since the "
        + "last round is cut off. In the other row, 20 clients at 4.72 answers a second have to wait 4.2 s each. The course does not "
        + "name its deadline; if it was wrk's default of 2 s, then one at a time has answered \(Int(Self.deadline / Self.serialPage.ownTime)) "
        + "clients by then. All later answers count as timed out and are left out of the mean, so the mean of that row cannot "
        + "be what users saw.")
  }
}
