import LessonKit

extension ShareTheThreadGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _ in 0 },
    constant: { _ in 1664 },
    ignoresInput: { sales in (0..<10).map(sales.total(of:)).reduce(0, +) },
    forges: { _ in Forgery.printAndExit() })
}
