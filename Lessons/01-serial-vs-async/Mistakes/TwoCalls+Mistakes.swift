import EventLoop

extension Mistakes {
  enum TwoCalls {
    /// Each call waits for the one before, needed or not.
    static func oneAfterTheOther(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
      let user = try await database.user()
      let courses = try await database.courses(of: user)
      let news = try await database.news()
      return StartPage(user: user, courses: courses, news: news)
    }

    /// Child tasks, each awaited before the next is begun.
    static func awaitsAtOnce(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
      async let asked = database.user()
      let user = try await asked
      async let found = database.courses(of: user)
      let courses = try await found
      async let news = database.news()
      return StartPage(user: user, courses: courses, news: try await news)
    }

    /// Overlaps the one call that has to know what another returns, with a user made up for the moment.
    static func overlapsTheDependentCall(to database: PageDatabase, on loop: EventLoop) async throws
      -> StartPage
    {
      async let user = database.user()
      async let courses = database.courses(of: "")
      async let news = database.news()
      return try await StartPage(user: user, courses: courses, news: news)
    }

    /// A page without news, as if there were none.
    static func swallowsTheFailure(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
      async let news = database.news()
      let user = try await database.user()
      let courses = try await database.courses(of: user)
      return StartPage(user: user, courses: courses, news: (try? await news) ?? [])
    }

    /// Overlaps two calls, but begins them only when the user is there, whom one of them does not need.
    static func beginsTheNewsLate(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
      let user = try await database.user()
      async let courses = database.courses(of: user)
      async let news = database.news()
      return try await StartPage(user: user, courses: courses, news: news)
    }

    /// Awaits the pair that it began, although it could go on with one of the two.
    static func holdsTheCoursesUp(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
      async let user = database.user()
      async let news = database.news()
      let found = try await (user: user, news: news)
      let courses = try await database.courses(of: found.user)
      return StartPage(user: found.user, courses: courses, news: found.news)
    }
  }
}
