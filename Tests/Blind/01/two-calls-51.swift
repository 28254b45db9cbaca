// meant: awaits user and news together before it asks for the courses, so the courses start late whenever the news take longer than the user; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  // These two depend on nothing, so they overlap.
  async let someone = database.user()
  async let headlines = database.news()
  let (user, news) = try await (someone, headlines)

  // This one has to know the user.
  let courses = try await database.courses(of: user)
  return StartPage(user: user, courses: courses, news: news)
}
