import Console
import LessonKit
import Processes

/// Three servers with the same handler, loaded until each of them gives way.
@main
struct ScalabilityVersusSpeed: Lesson {
  static let entry = Syllabus.scalabilityVersusSpeed
  static var parts: [any StoryPart.Type] { [Until.self, Worse.self, Million.self, CourseLoadTest.self] }
  static var helpers: [any HelperTask] { [SmallRoom.process] }

  static let knobs = TurnedLoad.knobs
  static func turn(_ knobs: Knobs, isExact: Bool) throws -> (Story) throws -> Void {
    let load = try TurnedLoad(knobs)
    return { try $0.tell(TurnedUsers(load: load)) }
  }

  static let options = [
    Arguments.Option(
      "serve", value: Discipline.allCases.map(\.rawValue).joined(separator: "|"),
      help: "Keep one of the servers running for your own curl or wrk, until Ctrl-C."),
    Arguments.Option(
      "port", value: "P", help: "With --serve: the port on 127.0.0.1, 0 for any free one; 8080 if not given."),
    .python, .node, .go,
  ]

  static func begin(_ arguments: Arguments) throws {
    if let name = arguments.value("serve") {
      if let knob = knobs.first(where: { $0.name != .wait && arguments.has($0.name.rawValue) }) {
        throw Complaint.usage("of the knobs, --serve takes --wait alone: leave out --\(knob.name.rawValue)")
      }
      try KeptUp.serve(name, arguments)
    }
    if arguments.has("port") {
      throw Complaint.usage("--port goes with --serve", advice: ["Add --serve event-loop, for example."])
    }
  }

  static func tell(_ story: Story) throws {
    let ramps = try story.tell(Until()).ramps
    try story.tell(Worse(ramps: ramps))
    try story.tell(Million())
    try story.tell(CourseLoadTest())
    if story.isExact { return }
    let (python, node, go) = (story.python, story.node, story.go)
    if try [python, node, go].map({ try $0.isThere }).contains(true) {
      try story.tell(InOtherLanguages(python: python, node: node, go: go))
    }
  }
}
