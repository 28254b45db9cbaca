// meant: a task group of two children, one for the user and then the courses and one for the news, whose parts are told apart by an enum; expected verdict: right

import EventLoop
import LessonKit

private enum Part: Sendable {
  case visitor(user: String, courses: [String])
  case news([String])
}

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  try await withThrowingTaskGroup(of: Part.self) { group in
    group.addTask { .news(try await database.news()) }
    group.addTask {
      let user = try await database.user()
      return .visitor(user: user, courses: try await database.courses(of: user))
    }
    var page = StartPage(user: "", courses: [], news: [])
    // The first error ends the loop, and the group cancels the other child.
    for try await part in group {
      switch part {
      case .visitor(let user, let courses):
        page.user = user
        page.courses = courses
      case .news(let news):
        page.news = news
      }
    }
    return page
  }
}
