import Console
import LessonKit
import Platform
import Processes

/// What the whole machine could do: which technique helps where the work is computing and which where it is waiting, and
/// what sets an end to the gain. The story follows the lecture, part by part.
@main
struct CoreUsage: Lesson {
  static let entry = Syllabus.coreUsage
  static var parts: [any StoryPart.Type] {
    [
      TwoReasons.self, Chart.self, OneOfTwelve.self, Ways.self, AmdahlsLaw.self, MoreAtOnce.self,
      Scrape.self, PickUp.self,
    ]
  }
  static let helpers: [any HelperTask] = [Worker.counting, Worker.waiting]

  static let knobs = [
    Knob(.cores, .count(1...1024), "How many cores there are; in real time, how many of yours are used."),
    Knob(.parallelShare, .count(0...99), "How much of the job can be spread over cores, in %; usually 80."),
  ]
  static func turn(_ knobs: Knobs, isExact: Bool) throws -> (Story) throws -> Void {
    // In real time, all that the lesson measures is measured on these cores.
    guard isExact else { return tell }
    return { try $0.tell(TurnedCores(knobs)) }
  }

  static let options = [Arguments.Option.python]

  static func tell(_ story: Story) throws {
    var cores = AvailableCores.current
    if let wanted = story.knobs.count(.cores) {
      cores = cores.limited(to: wanted, because: "--cores \(wanted) was asked for")
    }
    let share = story.knobs.count(.parallelShare) ?? 80
    let machine = MeasuredCores(cores: cores, isExact: story.isExact)
    try story.tell(TwoReasons(machine: machine))
    try story.tell(Chart(machine: machine))
    try story.tell(OneOfTwelve(machine: machine))
    try story.tell(Ways(machine: machine, python: Python(interpreter: story.python)))
    try story.tell(AmdahlsLaw(machine: machine, parallelShare: Double(share) / 100))
    try story.tell(MoreAtOnce(machine: machine))
    try story.tell(Scrape())
    try story.tell(PickUp())
  }
}
