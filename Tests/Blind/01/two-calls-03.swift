// meant: the chain user, courses as one async let beside news; expected verdict: right
// right: -
import EventLoop
import LessonKit

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  @Sendable func visitor() async throws -> (String, [String]) {
    let user = try await database.user()
    return (user, try await database.courses(of: user))
  }
  async let news = database.news()
  async let both = visitor()
  let (user, courses) = try await both
  return StartPage(user: user, courses: courses, news: try await news)
}
