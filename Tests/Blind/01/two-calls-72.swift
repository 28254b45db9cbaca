// meant: awaits the user and the news together before it asks for the courses, so courses waits for news, seen when the news takes longer than the user; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  // First everything that depends on nothing, then what depends on it.
  async let userCall = database.user()
  async let newsCall = database.news()
  let (user, news) = try await (userCall, newsCall)
  let courses = try await database.courses(of: user)
  return StartPage(user: user, courses: courses, news: news)
}
