import LessonKit

/// To keep many requests waiting at once: what does a thread for each cost, what does a task for each cost, and why does one
/// thread suffice? The story follows the lecture, part by part.
struct ThreadsVersusAsync: Lesson {
  static let entry = Syllabus.threadsVersusAsync
  static func tell(_ story: Story) throws {
  }
}
