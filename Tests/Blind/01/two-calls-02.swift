// meant: shows a page without news if these fail; expected verdict: wrong
// right: the error is thrown, unchanged.
import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  async let news = database.news()
  let user = try await database.user()
  let courses = try await database.courses(of: user)
  var latest: [String] = []
  do { latest = try await news } catch { latest = [] }
  return StartPage(user: user, courses: courses, news: latest)
}
