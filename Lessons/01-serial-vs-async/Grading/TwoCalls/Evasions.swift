import LessonKit

extension TwoCallsGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in StartPage(user: "", courses: [], news: []) },
    constant: { _, _ in StartPage(user: "Sarah", courses: ["Async"], news: ["Sale"]) },
    ignoresInput: { database, _ in
      async let news = database.news()
      let courses = try await database.courses(of: "Sarah")
      return StartPage(user: "Sarah", courses: courses, news: try await news)
    },
    forges: { _, _ in Forgery.printAndExit() })
}
