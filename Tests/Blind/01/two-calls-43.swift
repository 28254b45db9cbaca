// meant: an unstructured task on the loop for the news, which is cancelled and waited for when the user or the courses fail, while this task asks for those two in turn; expected verdict: right

import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let news = Task(executorPreference: loop) { try await database.news() }

  return try await withTaskCancellationHandler {
    do {
      let user = try await database.user()
      let courses = try await database.courses(of: user)
      let headlines = try await news.value
      return StartPage(user: user, courses: courses, news: headlines)
    } catch {
      // Leave nothing behind that nobody wants any more.
      news.cancel()
      _ = await news.result
      throw error
    }
  } onCancel: {
    news.cancel()
  }
}
