// meant: begins the news only after the user is there; expected verdict: wrong
// right: news depends on nothing and begins together with user.
import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let user = try await database.user()
  async let courses = database.courses(of: user)
  async let news = database.news()
  return try await StartPage(user: user, courses: courses, news: news)
}
