import LessonKit
import TestSupport
import Workload
import XCTest

@testable import TwoWordsExercise

/// Answers to `two-words` as learners would write them.
final class TwoWordsAnswersTests: XCTestCase {
  private typealias TwoWords = Variant<TwoWordsGrading.Function>

  func testRightAnswersPass() {
    for variant in [
      TwoWords("all in one expression", .passesWith("wherever the handler waits")) { request, site in
        let request = site.receive(request)
        let user = try await site.user(for: request)
        return site.respond(
          site.greet(user, for: request), try await site.courses(of: user, for: request), to: request)
      },
      TwoWords("a child for the first call", .passesWith("wherever the handler waits")) { request, site in
        let request = site.receive(request)
        async let user = site.user(for: request)
        let greeting = site.greet(try await user, for: request)
        let courses = try await site.courses(of: user, for: request)
        return site.respond(greeting, courses, to: request)
      },
    ] { variant.check(TwoWordsGrading.examine) }
  }

  func testWrongAnswersGetTheirNames() {
    for variant in [
      TwoWords("a plain function inside", .mistake("keeps-the-thread-as-before")) { request, site in
        @Sendable func load() throws -> (String, [String]) {
          let user = try site.user(for: request)
          return (user, try site.courses(of: user, for: request))
        }
        let request = site.receive(request)
        let (user, courses) = try load()
        return site.respond(site.greet(user, for: request), courses, to: request)
      },
      TwoWords("the second call alone", .mistake("awaits-only-one")) { request, site in
        let request = site.receive(request)
        let user = try { try site.user(for: request) }()
        let greeting = site.greet(user, for: request)
        let courses = try await site.courses(of: user, for: request)
        return site.respond(greeting, courses, to: request)
      },
      TwoWords("a task for the first call", .mistake("leaves-the-loop")) { request, site in
        let request = site.receive(request)
        let user = try await Task { try site.user(for: request) }.value
        let greeting = site.greet(user, for: request)
        let courses = try await site.courses(of: user, for: request)
        return site.respond(greeting, courses, to: request)
      },
      TwoWords("an error page", .mistake("loses-the-error")) { request, site in
        do {
          return try await TwoWordsGrading.solution(request, site)
        } catch {
          return Response(greeting: "Something went wrong", courses: [])
        }
      },
      TwoWords("a response of one's own", .mistake("leaves-a-step-out")) { request, site in
        let user = try await site.user(for: request)
        let courses = try await site.courses(of: user, for: request)
        return Response(greeting: "Welcome back, \(user)!", courses: courses)
      },
      TwoWords("a guessed user", .mistake("asks-before-it-knows")) { request, site in
        let request = site.receive(request)
        async let user = site.user(for: request)
        async let courses = site.courses(of: "reader of \(request.label)", for: request)
        let greeting = site.greet(try await user, for: request)
        return site.respond(greeting, try await courses, to: request)
      },
      TwoWords("nothing at all", .mistake("leaves-a-call-out")) { _, _ in
        Response(greeting: "", courses: [])
      },
      TwoWords("once more on an error", .mistake("asks-twice")) { request, site in
        let request = site.receive(request)
        let user: String
        do { user = try await site.user(for: request) } catch { user = try await site.user(for: request) }
        let greeting = site.greet(user, for: request)
        let courses = try await site.courses(of: user, for: request)
        return site.respond(greeting, courses, to: request)
      },
    ] { variant.check(TwoWordsGrading.examine) }
  }
}
