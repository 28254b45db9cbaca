import LessonKit

/// Three requests reach a server with one thread. First it answers one after another; then it goes on with another
/// request while one waits. The story follows the lecture, part by part.
@main
struct SerialVersusAsync: Lesson {
  static let entry = Syllabus.serialVersusAsync
  static let exercises: [Exercise] = [
    OverlapExercise.exercise, TwoCallsExercise.exercise, BoundedExercise.exercise, DeadlineExercise.exercise,
  ]

  static func tell(_ story: Story) throws {
    try Bars.tell(story)
    try Limits.tell(story)
    try ZoomIn.tell(story)
    try Scalability.tell(story)
  }
}
