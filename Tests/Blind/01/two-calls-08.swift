// meant: right, with a stream of parts that the page is put together from; expected verdict: right
import EventLoop
import LessonKit

private enum Part: Sendable {
  case visitor(String, courses: [String])
  case news([String])
}

func twoCalls(to database: PageDatabase, on loop: EventLoop) async throws -> StartPage {
  let (parts, arrivals) = AsyncThrowingStream<Part, any Error>.makeStream()
  let visitor = Task(executorPreference: loop) {
    do {
      let user = try await database.user()
      arrivals.yield(.visitor(user, courses: try await database.courses(of: user)))
    } catch {
      arrivals.finish(throwing: error)
    }
  }
  let news = Task(executorPreference: loop) {
    do { arrivals.yield(.news(try await database.news())) } catch { arrivals.finish(throwing: error) }
  }
  defer {
    visitor.cancel()
    news.cancel()
  }
  var page = StartPage(user: "", courses: [], news: [])
  var missing = 2
  for try await part in parts {
    switch part {
    case .visitor(let user, let courses): (page.user, page.courses) = (user, courses)
    case .news(let news): page.news = news
    }
    missing -= 1
    if missing == 0 { break }
  }
  try Task.checkCancellation()
  return page
}
