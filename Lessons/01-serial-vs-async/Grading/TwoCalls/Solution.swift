import EventLoop
import LessonKit

enum TwoCallsSolution {
  /// `async let` begins the call for the news in a child task and goes on at once; the child is awaited where the news are
  /// needed.
  static func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
    async let news = database.news()
    let user = try await database.user()
    let courses = try await database.courses(of: user)
    return StartPage(user: user, courses: courses, news: try await news)
  }
}
