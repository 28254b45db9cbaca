import Console
import LessonKit
import Postgres
import Processes

/// Three requests reach a server that has one thread. First it answers them one after another; then it carries on with
/// another request while one waits.
@main
struct SerialVersusAsync: Lesson {
  static let entry = Syllabus.serialVersusAsync
  static var parts: [any StoryPart.Type] { [Bars.self, Limits.self, ZoomIn.self, Scalability.self] }
  static func tell(_ story: Story) throws {
    try story.tell(Bars())
    try story.tell(Limits())
    try story.tell(ZoomIn())
    try story.tell(Scalability())
    if !story.isExact, try story.python.isThere {
      try story.tellIfAvailable(InPython(interpreter: story.python))
    }
    if let address = story.arguments.value("database") {
      try askDatabase(at: address.isEmpty ? nil : address, story)
    } else if !story.isExact, (try? ThrowawayServer.programs()) != nil {
      story.remark("PostgreSQL is on this machine: --database shows the same from a real database.")
    }
  }

  private static func askDatabase(at address: String?, _ story: Story) throws {
    do {
      let tables = try CourseTables(at: address) { story.progress($0) }
      try story.tell(OnDatabase(tables: tables))
      try story.tell(MoreConnections(tables: tables))
    } catch let error as PostgresError {
      throw error.complaint
    }
  }

  static func begin(_ arguments: Arguments) throws { try OwnSchema.check(arguments) }

  static let options = [
    Arguments.Option.python,
    Arguments.Option(
      "database", value: "URL", needsValue: false,
      help: "Serve the requests from a real PostgreSQL too: one of its own, or the one at URL."),
  ]

  static let knobs = TurnedScenario.knobs
  static func turn(_ knobs: Knobs, isExact: Bool) throws -> (Story) throws -> Void {
    let scenario = try TurnedScenario(knobs)
    guard isExact || scenario.threads == 1 else {
      throw Complaint.usage("more than one thread is computed, in virtual time: leave out --time real")
    }
    return { story in
      let bars = try story.tell(TurnedBars(scenario: scenario))
      story.judge(ZoomIn.self, by: ZoomIn.Evidence(serial: bars.serial, async: bars.async))
    }
  }
}
