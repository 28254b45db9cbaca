// meant: overlaps user and news but waits for both of them before it asks for the courses, seen when the news take longer than the user; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let (user, news) = try await both({ try await database.user() }, { try await database.news() })
  let courses = try await database.courses(of: user)
  return StartPage(user: user, courses: courses, news: news)
}

/// Makes two calls at the same time.
private func both<A: Sendable, B: Sendable>(
  _ first: @escaping @Sendable () async throws -> A, _ second: @escaping @Sendable () async throws -> B
) async throws -> (A, B) {
  async let a = first()
  async let b = second()
  return try await (a, b)
}
