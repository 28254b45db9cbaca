import EventLoop
import LessonKit
import TestSupport
import XCTest

@testable import TwoCallsExercise

/// Answers to `two-calls` as others would write them.
final class TwoCallsVariantTests: XCTestCase {
  private typealias TwoCalls = Variant<TwoCallsGrading.Function>

  func testRightAnswersPass() {
    for variant in [
      TwoCalls("async let in a chain", .passes) { database, _ in
        async let news = database.news()
        async let reader = {
          let user = try await database.user()
          return (user, try await database.courses(of: user))
        }()
        let (user, courses) = try await reader
        return StartPage(user: user, courses: courses, news: try await news)
      },
      TwoCalls("async let user, awaited for the courses alone", .passes) { database, _ in
        async let user = database.user()
        async let news = database.news()
        let courses = try await database.courses(of: user)
        return try await StartPage(user: user, courses: courses, news: news)
      },
      TwoCalls("a task of its own for the news", .passesWith("Still running")) { database, loop in
        let news = Task(executorPreference: loop) { try await database.news() }
        let user = try await database.user()
        let courses = try await database.courses(of: user)
        return StartPage(user: user, courses: courses, news: try await news.value)
      },
      TwoCalls("a group of two", .passes) { database, _ in
        try await withThrowingTaskGroup(of: Piece.self) { group in
          group.addTask { .news(try await database.news()) }
          group.addTask {
            let user = try await database.user()
            return .reader(user, try await database.courses(of: user))
          }
          var page = StartPage(user: "", courses: [], news: [])
          for try await piece in group {
            switch piece {
            case .news(let news): page.news = news
            case .reader(let user, let courses): (page.user, page.courses) = (user, courses)
            }
          }
          return page
        }
      },
      TwoCalls("an actor that collects", .passes) { database, _ in
        let draft = Draft()
        try await withThrowingDiscardingTaskGroup { group in
          group.addTask { await draft.set(news: try await database.news()) }
          group.addTask {
            let user = try await database.user()
            await draft.set(user: user)
            await draft.set(courses: try await database.courses(of: user))
          }
        }
        return await draft.page
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }

  func testOneAfterTheOtherIsFoundOut() {
    for variant in [
      TwoCalls("the news first", .mistake("one-after-the-other")) { database, _ in
        let news = try await database.news()
        let user = try await database.user()
        return StartPage(user: user, courses: try await database.courses(of: user), news: news)
      },
      TwoCalls("in one expression", .mistake("one-after-the-other")) { database, _ in
        let user = try await database.user()
        return try await StartPage(user: user, courses: database.courses(of: user), news: database.news())
      },
      TwoCalls("the news in between", .mistake("one-after-the-other")) { database, _ in
        let user = try await database.user()
        let news = try await database.news()
        return StartPage(user: user, courses: try await database.courses(of: user), news: news)
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }

  func testAwaitingAtOnceIsFoundOut() {
    for variant in [
      TwoCalls("tasks and their values", .mistake("awaits-at-once")) { database, loop in
        let user = try await Task(executorPreference: loop) { try await database.user() }.value
        let courses = try await Task(executorPreference: loop) { try await database.courses(of: user) }.value
        let news = try await Task(executorPreference: loop) { try await database.news() }.value
        return StartPage(user: user, courses: courses, news: news)
      },
      TwoCalls("only the news by async let, at the end", .mistake("awaits-at-once")) { database, _ in
        let user = try await database.user()
        let courses = try await database.courses(of: user)
        async let news = database.news()
        return StartPage(user: user, courses: courses, news: try await news)
      },
      TwoCalls("the user by async let, then the others", .mistake("begins-the-news-late")) { database, _ in
        async let asked = database.user()
        let user = try await asked
        async let news = database.news()
        async let courses = database.courses(of: user)
        return try await StartPage(user: user, courses: courses, news: news)
      },
      TwoCalls("a group and its next", .mistake("awaits-at-once")) { database, _ in
        try await withThrowingTaskGroup(of: [String].self) { group in
          group.addTask { [try await database.user()] }
          let user = try await group.next()![0]
          group.addTask { try await database.courses(of: user) }
          let courses = try await group.next()!
          group.addTask { try await database.news() }
          return StartPage(user: user, courses: courses, news: try await group.next()!)
        }
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }

  func testOverlappingTheDependentCallIsFoundOut() {
    for variant in [
      TwoCalls("by an actor that is still empty", .mistake("overlaps-the-dependent-call")) { database, _ in
        let draft = Draft()
        try await withThrowingDiscardingTaskGroup { group in
          group.addTask { await draft.set(user: try await database.user()) }
          group.addTask { await draft.set(courses: try await database.courses(of: await draft.page.user)) }
          group.addTask { await draft.set(news: try await database.news()) }
        }
        return await draft.page
      },
      TwoCalls("by a guess, mended later", .mistake("overlaps-the-dependent-call")) { database, _ in
        async let guessed = database.courses(of: "reader")
        async let news = database.news()
        let user = try await database.user()
        _ = try await guessed
        return StartPage(user: user, courses: try await database.courses(of: user), news: try await news)
      },
      TwoCalls("without ever asking for the user", .mistake("overlaps-the-dependent-call")) { database, _ in
        async let news = database.news()
        return StartPage(user: "me", courses: try await database.courses(of: "me"), news: try await news)
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }

  func testSwallowingAFailureIsFoundOut() {
    for variant in [
      TwoCalls("no courses instead", .mistake("swallows-the-failure")) { database, _ in
        async let news = database.news()
        let user = try await database.user()
        let courses = (try? await database.courses(of: user)) ?? []
        return StartPage(user: user, courses: courses, news: try await news)
      },
      TwoCalls("a made-up user instead", .mistake("swallows-the-failure")) { database, _ in
        async let news = database.news()
        guard let user = try? await database.user() else {
          return StartPage(user: "no user", courses: [], news: try await news)
        }
        return StartPage(user: user, courses: try await database.courses(of: user), news: try await news)
      },
      TwoCalls("caught and printed over", .mistake("swallows-the-failure")) { database, loop in
        do { return try await TwoCallsSolution.twoCalls(to: database, on: loop) } catch {
          return StartPage(user: "", courses: [], news: ["\(error)"])
        }
      },
      TwoCalls("a task whose result is not looked at", .mistake("swallows-the-failure")) { database, loop in
        let news = Task(executorPreference: loop) { try await database.news() }
        let user = try await database.user()
        let courses = try await database.courses(of: user)
        if case .success(let news) = await news.result {
          return StartPage(user: user, courses: courses, news: news)
        }
        return StartPage(user: user, courses: courses, news: [])
      },
      TwoCalls("another error", .mistake("changes-the-error")) { database, loop in
        do { return try await TwoCallsSolution.twoCalls(to: database, on: loop) } catch {
          throw CancellationError()
        }
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }

  func testWhatIsAwaitedTooEarlyIsFoundOut() {
    for variant in [
      TwoCalls("user first, then a group", .mistake("begins-the-news-late")) { database, _ in
        let user = try await database.user()
        return try await withThrowingTaskGroup(of: Piece.self) { group in
          group.addTask { .news(try await database.news()) }
          group.addTask { .reader(user, try await database.courses(of: user)) }
          return try await group.reduce(into: StartPage(user: user, courses: [], news: [])) { page, piece in
            switch piece {
            case .news(let news): page.news = news
            case .reader(_, let courses): page.courses = courses
            }
          }
        }
      },
      TwoCalls("tasks, the news awaited first", .mistake("holds-the-courses-up")) { database, loop in
        let user = Task(executorPreference: loop) { try await database.user() }
        let news = Task(executorPreference: loop) { try await database.news() }
        let found = try await (news.value, user.value)
        return StartPage(user: found.1, courses: try await database.courses(of: found.1), news: found.0)
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }

  func testOtherWrongAnswersGetTheirNames() {
    for variant in [
      TwoCalls("the user asked twice", .mistake("asks-twice")) { database, _ in
        async let news = database.news()
        async let user = database.user()
        let courses = try await database.courses(of: try await database.user())
        return try await StartPage(user: user, courses: courses, news: news)
      },
      TwoCalls("no news", .mistake("leaves-a-call-out")) { database, _ in
        let user = try await database.user()
        return StartPage(user: user, courses: try await database.courses(of: user), news: [])
      },
      TwoCalls("the news not awaited", .mistake("returns-early")) { database, loop in
        Task(executorPreference: loop) { try await database.news() }
        let user = try await database.user()
        return StartPage(user: user, courses: try await database.courses(of: user), news: [])
      },
      TwoCalls("a sleep at the end", .mistake("guesses-the-time")) { database, loop in
        let page = try await TwoCallsSolution.twoCalls(to: database, on: loop)
        try await loop.sleep(for: .milliseconds(5))
        return page
      },
      TwoCalls(
        "a sleep in between", .mistake("guesses-the-time")
      ) {
        database, loop in
        async let news = database.news()
        let user = try await database.user()
        try await loop.sleep(for: .milliseconds(5))
        return StartPage(user: user, courses: try await database.courses(of: user), news: try await news)
      },
      TwoCalls("a page of its own", .mistake("mixes-the-page-up")) { database, loop in
        var page = try await TwoCallsSolution.twoCalls(to: database, on: loop)
        page.courses += ["One more"]
        return page
      },
      TwoCalls("a plain task", .mistake("leaves-the-loop")) { database, _ in
        let news = Task { try await database.news() }
        let user = try await database.user()
        return StartPage(
          user: user, courses: try await database.courses(of: user), news: try await news.value)
      },
      TwoCalls("a sleep by another clock", .mistake("leaves-the-loop")) { database, loop in
        try await Task.sleep(for: .milliseconds(200))
        return try await TwoCallsSolution.twoCalls(to: database, on: loop)
      },
    ] { variant.check(TwoCallsGrading.examine) }
  }
}

private enum Piece: Sendable {
  case reader(String, [String])
  case news([String])
}

private actor Draft {
  var page = StartPage(user: "", courses: [], news: [])

  func set(user: String) { page.user = user }
  func set(courses: [String]) { page.courses = courses }
  func set(news: [String]) { page.news = news }
}
