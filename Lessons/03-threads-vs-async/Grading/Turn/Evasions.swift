import LessonKit

extension TurnGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in .standstill },
    constant: { _, _ in .run("A") },
    ignoresInput: { queues, _ in queues.ready.isEmpty ? .standstill : .run(queues.ready.removeFirst()) },
    forges: { _, _ in Forgery.printAndExit() })
}
