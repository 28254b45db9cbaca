import LessonKit

extension BankGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _, _ in },
    constant: { _, _, _ in throw Account.InsufficientFunds() },
    ignoresInput: { _, source, target in try await solution(1, source, target) },
    forges: { _, _, _ in Forgery.printAndExit() })
}
