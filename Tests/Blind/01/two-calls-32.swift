// meant: an error of the news call is swallowed by the task that makes it and becomes an empty list, so that half a page is returned when only the news fails; expected verdict: wrong

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let newsTask = Task(executorPreference: loop) { () -> [String] in
    do {
      return try await database.news()
    } catch {
      return []
    }
  }

  let user: String
  let courses: [String]
  do {
    user = try await database.user()
    courses = try await database.courses(of: user)
  } catch {
    newsTask.cancel()
    throw error
  }

  let news = await newsTask.value
  return StartPage(user: user, courses: courses, news: news)
}
