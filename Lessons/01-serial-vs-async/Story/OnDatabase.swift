import Console
import EventLoop
import LessonKit
import Measurement
import Postgres
import Queueing
import Workload

/// The lecture's three requests once more, and now the waits are those of a real database. The two servers are the same, word for word.
struct OnDatabase: StoryPart {
  static let id = "database"
  static let title = "The same, from a real database"

  let tables: CourseTables

  struct Evidence {
    var serial: Recording<[Response]>
    var async: Recording<[Response]>
    /// The requests one by one, on the event loop.
    var oneByOne: Recording<[Response]>
    /// Between the two handlers that have run; `nil` where their files are not where they were.
    var handle: (added: [String], removed: [String])?
    /// When the last response would have left at best, with the waits that the database has needed.
    var ideal: Duration
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "So far every wait was a clock's. Here users and courses are two tables of PostgreSQL, each request has a connection, and the "
        + "queries take the lecture's times. The servers and their handlers are the ones from above: all they see of it is another "
        + "`database`.")
    let (requests, end) = (ThreeRequests.atOnce, Duration.milliseconds(500))
    let database = try tables.database()
    let serial = try telling.show(
      "database-serial", "One after another, from PostgreSQL", requests, until: end
    ) {
      try SerialServer(site: Site(loop: $0, database: database.on($0))).serve(requests)
    }
    let async = try telling.show(
      "database-async", "Overlapped while they wait, from PostgreSQL", requests, until: end
    ) {
      try await AsyncServer(site: Site(loop: $0, database: database.on($0))).serve(requests)
    }
    let oneByOne = ThreeRequests.oneByOne
    let evidence = Evidence(
      serial: serial, async: async,
      oneByOne: try telling.measure(oneByOne) {
        try await AsyncServer(site: Site(loop: $0, database: database.on($0))).serve(oneByOne)
      }, handle: ZoomIn.changes("handle"), ideal: Self.ideal(of: async))
    let makespan = async.timeline.makespan
    telling.note("database/makespan", makespan.inMilliseconds, unit: "ms")
    telling.note("database/over-ideal", makespan / evidence.ideal, unit: "×")
    telling.say(
      "With the waits that the database has needed, one thread could be done after "
        + "\(NumberText.short(evidence.ideal.inMilliseconds, unit: "ms")) at best; it was done after "
        + "\(NumberText.short(makespan.inMilliseconds, unit: "ms")).")
    return evidence
  }

  /// What one thread makes of the requests at best, if they wait for as long as they did.
  private static func ideal(of recording: Recording<[Response]>) -> Duration {
    let measured = zip(ThreeRequests.atOnce, recording.timeline.lanes).map { request, lane in
      var waits = lane.spans.filter { $0.kind == .wait }.map(\.duration)[...]
      return Request(
        request.label,
        steps: request.steps.map { step in
          step.kind == .wait ? .wait(step.name, waits.popFirst() ?? step.duration) : step
        })
    }
    return Prediction.eventLoopResponseTimes(of: measured).max() ?? .zero
  }
}
