package import Console
package import EventLoop
package import Foundation
import Platform
package import Processes
package import Report

/// A lesson: an entry of the syllabus, and a story.
///
/// The lesson's executable marks its type with `@main`; everything that the command line offers comes with it.
package protocol Lesson {
  /// What the index says of the lesson.
  static var entry: SyllabusEntry { get }
  /// The parts of its story, in their order; their claims are the lesson's.
  static var parts: [any StoryPart.Type] { get }
  /// What a reader can turn in the lecture's scenario.
  static var knobs: [Knob] { get }
  /// The options that the lesson has of its own, besides the knobs.
  static var options: [Arguments.Option] { get }
  /// What the lesson has done by processes of its own.
  static var helpers: [any HelperTask] { get }
  /// Called before anything is shown: checks the lesson's own options, or does something else and ends the program.
  static func begin(_ arguments: Arguments) throws
  /// A part that is told in place of the lesson where an option asks for it, without claims and in virtual time.
  static func excerpt(_ arguments: Arguments) -> (any StoryPart)?
  /// Tells the lesson.
  static func tell(_ story: Story) throws
  /// Checks turned knobs against each other, before anything is shown.
  ///
  /// - Returns: what tells, in place of the lesson, what becomes of its scenario.
  /// - Throws: a ``Console/Complaint`` where they do not go together, or not in this time.
  static func turn(_ knobs: Knobs, isExact: Bool) throws -> (Story) throws -> Void
}

extension Lesson {
  /// All claims of the lesson, known without running it.
  package static var claims: [ClaimRecord] { parts.flatMap { $0.unjudged(lecture: entry.lecture) } }

  /// All questions of the lesson, known without running it.
  package static var questions: [Question] { parts.flatMap { $0.questions } }

  package static var knobs: [Knob] { [] }
  package static func turn(_ knobs: Knobs, isExact: Bool) throws -> (Story) throws -> Void { tell }
  package static var options: [Arguments.Option] { [] }
  package static var helpers: [any HelperTask] { [] }
  package static func begin(_ arguments: Arguments) throws {}
  package static func excerpt(_ arguments: Arguments) -> (any StoryPart)? { nil }

  /// The lesson's folder among the sources.
  package static var folder: URL {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return sources.appending(path: "../Lessons/\(entry.folder)").standardized
  }

  /// Runs the lesson without showing anything, and returns what it found out.
  ///
  /// - Parameter options: options as they are typed, for those that the lesson has of its own.
  package static func report(time: EventLoop.Time, options words: [String] = []) throws -> Report {
    let arguments = try Arguments(words, options: options + knobs.map(\.option))
    let knobs = try Knobs(arguments, knobs)
    let time = excerpt(arguments) == nil ? time : .virtual
    let story = Story(
      entry, time: time, arguments: arguments, knobs: knobs, screen: .blank, questions: .none)
    try teller(arguments, knobs, isExact: time == .virtual)(story)
    return story.report
  }

  /// What the options and the knobs ask for: the lesson, a part of it, or what becomes of it with turned knobs.
  ///
  /// - Throws: a ``Console/Complaint`` where the knobs do not go together.
  static func teller(
    _ arguments: Arguments, _ knobs: Knobs, isExact: Bool
  ) throws -> (Story) throws -> Void {
    if let part = excerpt(arguments) {
      guard knobs.turned.isEmpty else {
        throw Complaint.usage("this shows the lecture's scenario: leave out \(knobs.text)")
      }
      return { _ = try $0.tell(part) }
    }
    let tell = knobs.turned.isEmpty ? tell : try turn(knobs, isExact: isExact)
    return { story in
      try tell(story)
      story.complete(claims)
    }
  }

  /// Runs the lesson as its command line says, or does a helper's task, and ends the program.
  package static func main() {
    StandardOutput.prepare()
    HelperCommand.runIfAsked(helpers)
    ExitStatus.end(entry.id) { try LessonCommand(lesson: Self.self).run($0) }
  }
}
