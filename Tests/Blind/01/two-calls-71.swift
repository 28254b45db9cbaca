// meant: fetches the user a second time inside the child task for the courses, so the database is asked for the user twice, seen in every call; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let user = database.user()
  async let courses = database.courses(of: try await database.user())
  async let news = database.news()
  return try await StartPage(user: user, courses: courses, news: news)
}
