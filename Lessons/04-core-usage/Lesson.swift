import LessonKit
import Measurement
import Platform
import Processes
import Report

/// What the whole machine could do: how much of it a program uses, which technique helps where the work is computing and
/// which where it is waiting, and what sets an end to the gain. The story follows the lecture, part by part.
@main
struct CoreUsage: Lesson {
  static let entry = Syllabus.coreUsage
  static let exercises: [Exercise] = [
    ChunksExercise.exercise, ShareExercise.exercise, BoundExercise.exercise,
  ]

  static var helpers: [any HelperTask] { [Worker.process] }

  static let options = [
    Arguments.Option("cores", value: "N", help: "Count on N cores instead of all that may be used."),
    Arguments.Option(
      "parallel-share", value: "P",
      help: "How much of the job can be spread over cores, 0 to 99 %; usually 80."),
    Arguments.Option(
      "python", value: "PATH", help: "The Python to compare with; usually the python3 that is found."),
  ]

  static func tell(_ story: Story) throws {
    let machine = Machine(cores: try cores(story.arguments), isExact: story.isExact)
    let share = try story.arguments.integer("parallel-share", in: 0...99) ?? 80
    let comparison = try TwoReasons.tell(story, machine)
    try Trend.tell(story, machine, comparison)
    try OneOfTwelve.tell(story, machine, comparison)
    try Ways.tell(story, machine, comparison, Python(story.arguments.value("python")))
    try Speedup.tell(story, machine, comparison, parallelShare: Double(share) / 100)
    try MoreAtOnce.tell(story, machine, comparison)
  }

  private static func cores(_ arguments: Arguments) throws(Complaint) -> AvailableCores {
    let all = AvailableCores.current
    guard let wanted = try arguments.integer("cores", in: 1...1024) else { return all }
    return all.limited(to: wanted, because: "--cores \(wanted) was asked for")
  }
}
