// meant: to make all three parts independent, the courses ask for the user themselves, so that the database is asked for the user twice for every page; expected verdict: wrong

import EventLoop
import LessonKit

extension PageDatabase {
  /// The courses of whoever is logged in.
  func myCourses() async throws -> [String] {
    try await courses(of: user())
  }
}

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let user = database.user()
  async let courses = database.myCourses()
  async let news = database.news()
  return StartPage(user: try await user, courses: try await courses, news: try await news)
}
