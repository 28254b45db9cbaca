// meant: takes the news for an extra that a page can do without and turns their error into no news, seen when only the news call throws; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let news = Task(executorPreference: loop) { try await database.news() }
  do {
    let user = try await database.user()
    let courses = try await database.courses(of: user)
    var page = StartPage(user: user, courses: courses, news: [])
    if case .success(let items) = await news.result {
      page.news = items
    }
    return page
  } catch {
    news.cancel()
    throw error
  }
}
