// meant: all three begin together, the courses for an invented user, since the right one is not known; expected verdict: wrong
// right: the courses are asked for when the user is known, for that user.
import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let user = database.user()
  async let courses = database.courses(of: "me")
  async let news = database.news()
  return try await StartPage(user: user, courses: courses, news: news)
}
