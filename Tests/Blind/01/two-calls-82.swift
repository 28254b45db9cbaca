// meant: makes three independent child tasks, of which the one for the courses looks up the user for itself, so the database is asked for the user twice, always; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let user = database.user()
  async let courses = coursesOfTheVisitor(in: database)
  async let news = database.news()
  return try await StartPage(user: user, courses: courses, news: news)
}

private func coursesOfTheVisitor(in database: PageDatabase) async throws -> [String] {
  let user = try await database.user()
  return try await database.courses(of: user)
}
