import LessonKit

extension OverlapGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _, _ in [] },
    constant: { requests, _, _ in requests.map { _ in Response(greeting: "Hello", courses: []) } },
    ignoresInput: { requests, _, answer in
      guard let first = requests.first else { return [] }
      let response = try await answer(first)
      return requests.map { _ in response }
    },
    forges: { _, _, _ in Forgery.printAndExit() })
}
