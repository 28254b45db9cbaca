import LessonKit

extension TwoCallsGrading {
  static let mistakes = [
    oneAfterTheOther, awaitsAtOnce, overlapsTheDependentCall, swallowsTheFailure, beginsTheNewsLate,
    holdsTheCoursesUp,
  ]

  private static let oneAfterTheOther = Mistake<Function>(
    "one-after-the-other",
    says: """
      You await each call before you start the next. The courses have to wait for the user, but the news needs nothing: start \
      that call before you await anything.
      """
  ) { database, _ in
    let user = try await database.user()
    let courses = try await database.courses(of: user)
    let news = try await database.news()
    return StartPage(user: user, courses: courses, news: news)
  }

  private static let awaitsAtOnce = Mistake<Function>(
    "awaits-at-once",
    says: """
      You start child tasks but await each of them right away, so one has finished before the next begins. That is still one \
      after the other, only with more words. A child runs beside you from where it starts to where you await it: start the \
      news first, and await it last.
      """
  ) { database, _ in
    async let asked = database.user()
    let user = try await asked
    async let found = database.courses(of: user)
    let courses = try await found
    async let news = database.news()
    return StartPage(user: user, courses: courses, news: try await news)
  }

  private static let overlapsTheDependentCall = Mistake<Function>(
    "overlaps-the-dependent-call",
    says: """
      You ask for the courses before you know the user. That is fast, but whose courses are they? A call that needs what \
      another call returns has to wait for it.
      """
  ) { database, _ in
    async let user = database.user()
    async let courses = database.courses(of: "")
    async let news = database.news()
    return try await StartPage(user: user, courses: courses, news: news)
  }

  private static let swallowsTheFailure = Mistake<Function>(
    "swallows-the-failure",
    says: """
      A call failed, and you returned a page as if nothing had happened. A reader of that page can't tell missing news from \
      no news. Let the error through.
      """
  ) { database, _ in
    async let news = database.news()
    let user = try await database.user()
    let courses = try await database.courses(of: user)
    return StartPage(user: user, courses: courses, news: (try? await news) ?? [])
  }

  private static let beginsTheNewsLate = Mistake<Function>(
    "begins-the-news-late",
    says: """
      Your calls overlap, but you start the news only when the user is there, although it doesn't depend on the user. Start \
      it before you await anything.
      """
  ) { database, _ in
    let user = try await database.user()
    async let courses = database.courses(of: user)
    async let news = database.news()
    return try await StartPage(user: user, courses: courses, news: news)
  }

  private static let holdsTheCoursesUp = Mistake<Function>(
    "holds-the-courses-up",
    says: """
      Your calls overlap, but when the user is there the courses don't start, because you are still waiting for the news. \
      Await the news as late as you can: where you make the page.
      """
  ) { database, _ in
    async let user = database.user()
    async let news = database.news()
    let found = try await (user: user, news: news)
    let courses = try await database.courses(of: found.user)
    return StartPage(user: found.user, courses: courses, news: found.news)
  }
}
