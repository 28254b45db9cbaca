// meant: awaits the news and the courses in one tuple, which is evaluated from left to right, so the courses are asked for only when the news are there, which one sees when the news take longer than the user; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let latest = database.news()
  let user = try await database.user()
  // Both at once: one await for the two of them.
  let (news, courses) = try await (latest, database.courses(of: user))
  return StartPage(user: user, courses: courses, news: news)
}
