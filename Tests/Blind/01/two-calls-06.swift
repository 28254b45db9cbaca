// meant: polling: looks again and again, with a yield, whether the user is there; expected verdict: wrong
// right: awaits the user's task.
import EventLoop
import LessonKit
import Platform

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let found = Guarded<Result<String, any Error>?>(nil)
  Task(executorPreference: loop) {
    do {
      let user = try await database.user()
      found.withLock { $0 = .success(user) }
    } catch {
      found.withLock { $0 = .failure(error) }
    }
  }
  async let news = database.news()
  while found.withLock({ $0 == nil }) { await Task.yield() }
  let user = try found.withLock { try $0!.get() }
  let courses = try await database.courses(of: user)
  return try await StartPage(user: user, courses: courses, news: news)
}
