import Figures
import LessonKit
import Measurement

/// The load test of the lecture's course: twenty clients for 15 seconds, and a page that waits on two services.
enum CourseLoadTest {
  static let clients = 20
  /// What one at a time must have taken for a page, as it answered 4.72 a second.
  static let serialPage = Page(work: .zero, wait: .milliseconds(212))
  /// What the asynchronous app took for a page.
  static let asyncPage = Page(work: .zero, wait: .milliseconds(944))
  /// When the course's load generator, wrk, gives up on a request, unless told otherwise.
  static let deadline = Duration.seconds(2)

  static func tell(_ story: Story) throws {
    try story.part("course", "The course's own load test") { part in
      let serial = try VirtualLoad.sample(
        .oneAtATime, serialPage, users: clients, deadline: deadline)
      let async = try VirtualLoad.sample(.eventLoop, asyncPage, users: clients, deadline: deadline)
      let little = Double(clients) / serial.throughput * 1000
      part.show(
        TableFigure(
          title: "20 clients; the course's figures, and ours in virtual time", corner: "server",
          columns: [
            .init("course", unit: "a second"), .init("ours", unit: "a second"),
            .init("Little says", unit: "ms"),
            .init("timed out", unit: "%"),
          ],
          rows: [
            .init("one at a time", [4.72, serial.throughput, little, serial.timedOutShare * 100]),
            .init(
              "asynchronous",
              [20, async.throughput, Double(clients) / async.throughput * 1000, async.timedOutShare * 100]),
          ]))
      part.say(
        "The asynchronous row agrees with Little's law: 20 clients over 0.944 s are some 21 a second. In the other one, 20 clients at 4.72 a "
          + "second wait 4.2 s each. Their load generator gives up after 2 s, and what it gave up on is missing in its mean: the latency "
          + "of that row, which is below 2 s, cannot be what users saw. There 65 timed out; here all do once the line stands."
      )
    }
  }
}
