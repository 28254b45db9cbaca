import EventLoop
import LessonKit
import Platform
import TestSupport
import XCTest

@testable import TwoCallsExercise

/// More answers to `two-calls`, written down before the grader had seen any of them.
final class TwoCallsAnswersTests: XCTestCase {
  private typealias TwoCalls = Variant<TwoCallsGrading.Function>

  private struct HalfAPage: Error {}

  func testRightAnswersPass() {
    for variant in [
      TwoCalls("a function for the user's part", .passes) { database, _ in
        @Sendable func mine() async throws -> (String, [String]) {
          let user = try await database.user()
          return (user, try await database.courses(of: user))
        }
        async let (user, courses) = mine()
        async let news = database.news()
        return try await StartPage(user: user, courses: courses, news: news)
      },
      TwoCalls("the courses in a child of their own", .passes) { database, _ in
        async let news = database.news()
        let user = try await database.user()
        async let courses = database.courses(of: user)
        return try await StartPage(user: user, courses: courses, news: news)
      },
      TwoCalls("a task, cancelled on an error", .passes) { database, loop in
        let news = Task(executorPreference: loop) { try await database.news() }
        do {
          let user = try await database.user()
          let courses = try await database.courses(of: user)
          return StartPage(user: user, courses: courses, news: try await news.value)
        } catch {
          news.cancel()
          throw error
        }
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }

  func testWrongAnswersGetTheirNames() {
    for variant in [
      TwoCalls("one task for all three", .mistake("awaits-at-once")) { database, loop in
        try await Task(executorPreference: loop) {
          let user = try await database.user()
          let courses = try await database.courses(of: user)
          return StartPage(user: user, courses: courses, news: try await database.news())
        }.value
      },
      TwoCalls("the news await comes too soon", .mistake("holds-the-courses-up")) { database, _ in
        async let news = database.news()
        let user = try await database.user()
        let text = try await news
        return StartPage(user: user, courses: try await database.courses(of: user), news: text)
      },
      TwoCalls("the news begins with the courses, in a group", .mistake("begins-the-news-late")) {
        database, _ in
        let user = try await database.user()
        return try await withThrowingTaskGroup(of: (Bool, [String]).self) { group in
          group.addTask { (true, try await database.courses(of: user)) }
          group.addTask { (false, try await database.news()) }
          var page = StartPage(user: user, courses: [], news: [])
          for try await (isCourses, list) in group {
            if isCourses { page.courses = list } else { page.news = list }
          }
          return page
        }
      },
      TwoCalls("a name that is guessed", .mistake("overlaps-the-dependent-call")) { database, _ in
        async let courses = database.courses(of: "reader")
        async let user = database.user()
        async let news = database.news()
        return try await StartPage(user: user, courses: courses, news: news)
      },
      TwoCalls("the courses of somebody else", .mistake("mixes-the-page-up")) { database, _ in
        async let news = database.news()
        let user = try await database.user()
        return StartPage(
          user: user, courses: try await database.courses(of: user.uppercased()), news: try await news)
      },
      TwoCalls("yields until the news are there", .mistake("polls")) { database, loop in
        let box = Guarded<[String]?>(nil)
        Task(executorPreference: loop) {
          let news = try await database.news()
          box.withLock { $0 = news }
        }
        let user = try await database.user()
        let courses = try await database.courses(of: user)
        while true {
          if let news = box.withLock({ $0 }) { return StartPage(user: user, courses: courses, news: news) }
          await Task.yield()
        }
      },
      TwoCalls("an error of its own", .mistake("changes-the-error")) { database, loop in
        do { return try await TwoCallsSolution.twoCalls(to: database, on: loop) } catch { throw HalfAPage() }
      },
      TwoCalls("no news are an empty list", .mistake("swallows-the-failure")) { database, _ in
        async let news = { do { return try await database.news() } catch { return [] } }()
        let user = try await database.user()
        return StartPage(user: user, courses: try await database.courses(of: user), news: await news)
      },
      TwoCalls("waits for a third part that never comes", .mistake("stalls-on-an-error")) { database, loop in
        let (parts, source) = AsyncStream.makeStream(of: Int.self)
        let page = Task(executorPreference: loop) {
          try await TwoCallsSolution.twoCalls(to: database, on: loop)
        }
        Task(executorPreference: loop) {
          _ = try await page.value
          for part in 0..<3 { source.yield(part) }
        }
        var iterator = parts.makeAsyncIterator()
        for _ in 0..<3 { _ = await iterator.next() }
        return try await page.value
      },
      TwoCalls("again and again", .mistake("tries-again")) { database, loop in
        while true {
          if let page = try? await TwoCallsSolution.twoCalls(to: database, on: loop) { return page }
        }
      },
      TwoCalls("a second try", .mistake("tries-again")) { database, loop in
        do { return try await TwoCallsSolution.twoCalls(to: database, on: loop) } catch {
          return try await TwoCallsSolution.twoCalls(to: database, on: loop)
        }
      },
      TwoCalls("only the user", .mistake("leaves-a-call-out")) { database, _ in
        StartPage(user: try await database.user(), courses: [], news: [])
      },
      TwoCalls("nothing", .mistake("leaves-a-call-out")) { _, _ in StartPage(user: "", courses: [], news: [])
      },
      TwoCalls("everything detached", .mistake("leaves-the-loop")) { database, loop in
        try await Task.detached { try await TwoCallsSolution.twoCalls(to: database, on: loop) }.value
      },
      TwoCalls("throws at once", .mistake("invents-an-error")) { _, _ in throw HalfAPage() },
      TwoCalls("the news after a while, in case they are ready", .mistake("guesses-the-time")) {
        database, loop in
        async let news = database.news()
        let user = try await database.user()
        let courses = try await database.courses(of: user)
        try await loop.sleep(for: .milliseconds(300))
        return StartPage(user: user, courses: courses, news: try await news)
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }
}
