import LessonKit
import Processes
import Report

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
    let python = Interpreter.python(story.arguments.value("python"))
    if !story.isExact, try python.isThere { try story.tellIfAvailable(InPython(interpreter: python)) }
  }

  static let options = [
    Arguments.Option(
      "python", value: "PATH", help: "The Python to compare with; usually the python3 that is found.")
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
