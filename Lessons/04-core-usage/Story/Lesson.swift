import LessonKit
import Platform
import Processes
import Report

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

  static let options = [
    Arguments.Option("cores", value: "N", help: "Count on N cores instead of all that may be used."),
    Arguments.Option(
      "parallel-share", value: "P",
      help: "How much of the job can be spread over cores, 0 to 99 %; usually 80."),
    Arguments.Option(
      "python", value: "PATH", help: "The Python to compare with; usually the python3 that is found."),
  ]

  static func tell(_ story: Story) throws {
    var cores = AvailableCores.current
    if let wanted = try story.arguments.integer("cores", in: 1...1024) {
      cores = cores.limited(to: wanted, because: "--cores \(wanted) was asked for")
    }
    let share = try story.arguments.integer("parallel-share", in: 0...99) ?? 80
    let machine = MeasuredCores(cores: cores, isExact: story.isExact)
    try story.tell(TwoReasons(machine: machine))
    try story.tell(Chart(machine: machine))
    try story.tell(OneOfTwelve(machine: machine))
    try story.tell(Ways(machine: machine, python: Python(story.arguments.value("python"))))
    try story.tell(AmdahlsLaw(machine: machine, parallelShare: Double(share) / 100))
    try story.tell(MoreAtOnce(machine: machine))
    try story.tell(Scrape())
    try story.tell(PickUp())
  }
}
