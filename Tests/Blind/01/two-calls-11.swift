// meant: a group of two children, each of which returns a function that fills in its part of the page; expected verdict: right

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  try await withThrowingTaskGroup(of: (@Sendable (inout StartPage) -> Void).self) { group in
    group.addTask {
      let user = try await database.user()
      let courses = try await database.courses(of: user)
      return { ($0.user, $0.courses) = (user, courses) }
    }
    group.addTask {
      let news = try await database.news()
      return { $0.news = news }
    }
    var page = StartPage(user: "", courses: [], news: [])
    for try await fillIn in group { fillIn(&page) }
    return page
  }
}
