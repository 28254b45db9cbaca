// meant: user and news are awaited together as a first round and the courses begin only in a second one, so that they wait for the news as well, which one sees when the news takes longer than the user; expected verdict: wrong

import EventLoop
import LessonKit

/// Runs two things at the same time and hands over both results.
func both<A: Sendable, B: Sendable>(
  _ a: @escaping @Sendable () async throws -> A, _ b: @escaping @Sendable () async throws -> B
) async throws -> (A, B) {
  async let first = a()
  async let second = b()
  return try await (first, second)
}

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  // Round 1: what depends on nothing. Round 2: what depends on round 1.
  let (user, news) = try await both({ try await database.user() }, { try await database.news() })
  let courses = try await database.courses(of: user)
  return StartPage(user: user, courses: courses, news: news)
}
