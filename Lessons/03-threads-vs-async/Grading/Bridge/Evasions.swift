import LessonKit

extension BridgeGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _ in "" },
    constant: { _ in "paid" },
    ignoresInput: { service in
      service.start { _ in }
      return "paid"
    },
    forges: { _ in Forgery.printAndExit() })
}
