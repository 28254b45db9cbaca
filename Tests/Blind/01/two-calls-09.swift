// meant: begins the news with async let, but awaits them in the very next line: all three come one after another; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let latest = database.news()
  let news = try await latest
  let user = try await database.user()
  let courses = try await database.courses(of: user)
  return StartPage(user: user, courses: courses, news: news)
}
