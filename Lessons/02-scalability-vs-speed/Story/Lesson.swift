import LessonKit
import Processes
import Report

/// Three servers with the same handler, loaded until each of them gives way.
@main
struct ScalabilityVersusSpeed: Lesson {
  static let entry = Syllabus.scalabilityVersusSpeed
  static var parts: [any StoryPart.Type] { [Until.self, Worse.self, Million.self, CourseLoadTest.self] }
  static var helpers: [any HelperTask] { [SmallRoom.process] }

  static let options = [
    Arguments.Option(
      "serve", value: Discipline.allCases.map(\.rawValue).joined(separator: "|"),
      help: "Keep one of the servers running for your own curl or wrk, until Ctrl-C."),
    Arguments.Option(
      "port", value: "P", help: "With --serve: the port on 127.0.0.1, 0 for any free one; 8080 if not given."),
    Arguments.Option(
      "wait", value: "MS",
      help: "With --serve: a page that waits this long and computes nothing; without it, 100 ms and 0.4 ms."),
  ]

  static func begin(_ arguments: Arguments) throws {
    if let name = arguments.value("serve") { try KeptUp.serve(name, arguments) }
    for option in ["port", "wait"] where arguments.has(option) {
      throw Complaint.usage("--\(option) goes with --serve", advice: ["Add --serve event-loop, for example."])
    }
  }

  static func tell(_ story: Story) throws {
    let ramps = try story.tell(Until()).ramps
    try story.tell(Worse(ramps: ramps))
    try story.tell(Million())
    try story.tell(CourseLoadTest())
  }
}
