public import EventLoop
import Figures
import Foundation
import Platform
public import Report

/// A lesson: an entry of the syllabus, and a story.
///
/// The lesson's executable marks its type with `@main`; everything that the command line offers comes with it.
public protocol Lesson {
  /// What the index says of the lesson.
  static var entry: SyllabusEntry { get }
  /// The parts of its story, in their order; their claims are the lesson's.
  static var parts: [any StoryPart.Type] { get }
  /// The options that the lesson has of its own.
  static var options: [Arguments.Option] { get }
  /// The functions that the learner completes.
  static var exercises: [Exercise] { get }
  /// Called before anything is shown: checks the lesson's own options, or does something else and ends the program.
  static func begin(_ arguments: Arguments) throws
  /// Tells the lesson.
  static func tell(_ story: Story) throws
}

extension Lesson {
  /// Until all lessons have their parts.
  public static var parts: [any StoryPart.Type] { [] }

  /// All claims of the lesson, known without running it.
  public static var claims: [ClaimRecord] { parts.flatMap { $0.unjudged(lecture: entry.lecture) } }

  /// No options of its own.
  public static var options: [Arguments.Option] { [] }

  /// Nothing to check.
  public static func begin(_ arguments: Arguments) throws {}

  /// No exercises.
  public static var exercises: [Exercise] { [] }

  /// Runs the lesson without showing anything, and returns what it found out.
  ///
  /// - Parameter options: options as they are typed, for those that the lesson has of its own.
  public static func report(time: EventLoop.Time, options words: [String] = []) throws -> Report {
    let arguments = try Arguments(words, options: options)
    let silence = Questions(isAsking: false, screen: .blank, isEchoed: false, read: { nil })
    let story = Story(entry, time: time, arguments: arguments, screen: .blank, questions: silence)
    try tell(story)
    story.complete(claims)
    return story.report
  }

  /// Runs the lesson as its command line says, and ends the program.
  public static func main() {
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
