import LessonKit

extension TallyGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in },
    constant: { _, board in board.count = 35 },
    ignoresInput: { _, board in board.count += board.primes(in: 1..<20) },
    forges: { _, _ in Forgery.printAndExit() })
}
