package import EventLoop
import Figures
import Foundation
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
  /// The options that the lesson has of its own.
  static var options: [Arguments.Option] { get }
  /// What the lesson has done by processes of its own.
  static var helpers: [any HelperTask] { get }
  /// Called before anything is shown: checks the lesson's own options, or does something else and ends the program.
  static func begin(_ arguments: Arguments) throws
  /// A part that is told in place of the lesson where an option asks for it, without claims and in virtual time.
  static func excerpt(_ arguments: Arguments) -> (any StoryPart)?
  /// Tells the lesson.
  static func tell(_ story: Story) throws
}

extension Lesson {
  /// All claims of the lesson, known without running it.
  package static var claims: [ClaimRecord] { parts.flatMap { $0.unjudged(lecture: entry.lecture) } }

  /// No options of its own.
  package static var options: [Arguments.Option] { [] }

  /// Nothing to check.
  package static func begin(_ arguments: Arguments) throws {}

  /// Always the whole lesson.
  package static func excerpt(_ arguments: Arguments) -> (any StoryPart)? { nil }

  /// No helpers.
  package static var helpers: [any HelperTask] { [] }

  /// Runs the lesson without showing anything, and returns what it found out.
  ///
  /// - Parameter options: options as they are typed, for those that the lesson has of its own.
  package static func report(time: EventLoop.Time, options words: [String] = []) throws -> Report {
    let arguments = try Arguments(words, options: options)
    let silence = Questions(isAsking: false, screen: .blank, isEchoed: false, read: { nil })
    let time = excerpt(arguments) == nil ? time : .virtual
    let story = Story(entry, time: time, arguments: arguments, screen: .blank, questions: silence)
    try tellAll(story)
    return story.report
  }

  /// Tells the lesson, or the part of it that the options ask for.
  static func tellAll(_ story: Story) throws {
    if let part = excerpt(story.arguments) {
      _ = try story.tell(part)
      return
    }
    try tell(story)
    story.complete(claims)
  }

  /// Runs the lesson as its command line says, or does a helper's task, and ends the program.
  package static func main() {
    StandardOutput.prepare()
    HelperCommand.runIfAsked(helpers)
    do {
      exit(try LessonCommand(lesson: Self.self).run(Array(CommandLine.arguments.dropFirst())).rawValue)
    } catch let complaint as Complaint {
      StandardOutput.writeError(complaint.text(from: entry.id))
      exit(complaint.status.rawValue)
    } catch {
      StandardOutput.writeError("\(entry.id): \(error)\n")
      exit(ExitStatus.failed.rawValue)
    }
  }
}
