// meant: the user is awaited before anything else is begun, so that the news starts only together with the courses although it depends on nothing, which one sees in the times of any page; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  // The user has to be known first.
  let user = try await database.user()
  // Then the other two can overlap.
  async let courses = database.courses(of: user)
  async let news = database.news()
  return try await StartPage(user: user, courses: courses, news: news)
}
