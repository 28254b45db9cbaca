// meant: a task for each call, each awaited as soon as it is made: nothing overlaps, news first; expected verdict: wrong
// right: all tasks that can begin are made before one is awaited.
import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let news = try await Task(executorPreference: loop) { try await database.news() }.value
  let user = try await Task(executorPreference: loop) { try await database.user() }.value
  let courses = try await Task(executorPreference: loop) { try await database.courses(of: user) }.value
  return StartPage(user: user, courses: courses, news: news)
}
