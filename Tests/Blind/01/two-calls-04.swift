// meant: callbacks: the continuation is resumed when all is there, and never when a call fails; expected verdict: wrong
// right: a call's error ends the page.
import EventLoop
import LessonKit
import Platform

private struct Parts: Sendable {
  var user: String?
  var courses: [String]?
  var news: [String]?
}

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let parts = Guarded(Parts())
  return await withCheckedContinuation { continuation in
    @Sendable func arrived(_ store: (inout Parts) -> Void) {
      let all = parts.withLock {
        store(&$0)
        return $0
      }
      if let user = all.user, let courses = all.courses, let news = all.news {
        continuation.resume(returning: StartPage(user: user, courses: courses, news: news))
      }
    }
    Task(executorPreference: loop) {
      guard let user = try? await database.user() else { return }
      arrived { $0.user = user }
      guard let courses = try? await database.courses(of: user) else { return }
      arrived { $0.courses = courses }
    }
    Task(executorPreference: loop) {
      guard let news = try? await database.news() else { return }
      arrived { $0.news = news }
    }
  }
}
