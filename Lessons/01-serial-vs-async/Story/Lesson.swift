import LessonKit
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
  }
}
