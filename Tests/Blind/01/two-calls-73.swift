// meant: takes the news for optional and returns a page with empty news when that call throws, seen when news throws; expected verdict: wrong

import EventLoop
import LessonKit

private enum Part: Sendable {
  case reader(String, [String])
  case news([String])
}

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  try await withThrowingTaskGroup(of: Part.self) { group in
    group.addTask {
      let user = try await database.user()
      return .reader(user, try await database.courses(of: user))
    }
    group.addTask {
      // The news is the same for everyone, the page can do without.
      .news((try? await database.news()) ?? [])
    }
    var page = StartPage(user: "", courses: [], news: [])
    for try await part in group {
      switch part {
      case .reader(let user, let courses):
        page.user = user
        page.courses = courses
      case .news(let news):
        page.news = news
      }
    }
    return page
  }
}
