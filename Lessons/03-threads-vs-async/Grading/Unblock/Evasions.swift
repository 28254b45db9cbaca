import LessonKit

extension UnblockGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in "" },
    constant: { number, _ in "invoice for order \(number)" },
    ignoresInput: { _, invoices in try await solution(0, invoices) },
    forges: { _, _ in Forgery.printAndExit() })
}
