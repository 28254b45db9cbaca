import LessonKit

extension DeadlineGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _, _ in throw TimedOut() },
    constant: { _, _, _ in Response(greeting: "Hello", courses: []) },
    ignoresInput: { _, _, operation in try await operation() },
    forges: { _, _, _ in Forgery.printAndExit() })
}
