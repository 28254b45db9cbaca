// meant: everything overlaps as it should, but the courses ask for the user a second time; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let user = database.user()
  async let courses = database.courses(of: database.user())
  async let news = database.news()
  return try await StartPage(user: user, courses: courses, news: news)
}
