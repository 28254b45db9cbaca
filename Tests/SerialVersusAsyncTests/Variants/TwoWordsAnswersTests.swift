import Dispatch
import LessonKit
import Platform
import TestSupport
import Workload
import XCTest

@testable import TwoWordsExercise

/// Answers to `two-words` as learners would write them.
final class TwoWordsAnswersTests: XCTestCase {
  private typealias TwoWords = Variant<TwoWordsGrading.Function>

  private static let kept = Guarded<[CheckedContinuation<Void, Never>]>([])

  private static func elsewhere<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
    -> Value
  {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
  }

  @MainActor private static func onMain<Value: Sendable>(_ work: @Sendable () async throws -> Value)
    async throws -> Value
  {
    try await work()
  }

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
      TwoWords("a task for the first call", .mistake("blocks-another-thread")) { request, site in
        let request = site.receive(request)
        let user = try await Task { try site.user(for: request) }.value
        let greeting = site.greet(user, for: request)
        let courses = try await site.courses(of: user, for: request)
        return site.respond(greeting, courses, to: request)
      },
      TwoWords("a queue of threads", .mistake("blocks-another-thread")) { request, site in
        let request = site.receive(request)
        let user = try await Self.elsewhere { try site.user(for: request) }
        let greeting = site.greet(user, for: request)
        let courses = try await Self.elsewhere { try site.courses(of: user, for: request) }
        return site.respond(greeting, courses, to: request)
      },
      TwoWords("a detached task that awaits", .mistake("leaves-the-loop")) { request, site in
        let request = site.receive(request)
        let user = try await Task.detached { try await site.user(for: request) }.value
        let courses = try await site.courses(of: user, for: request)
        return site.respond(site.greet(user, for: request), courses, to: request)
      },
      TwoWords("on the main actor", .mistake("leaves-the-loop")) { request, site in
        let request = site.receive(request)
        let user = try await Self.onMain { try await site.user(for: request) }
        let courses = try await site.courses(of: user, for: request)
        return site.respond(site.greet(user, for: request), courses, to: request)
      },
      TwoWords("blocking on the main actor", .mistake("blocks-another-thread")) { request, site in
        let request = site.receive(request)
        let user = try await MainActor.run { try site.user(for: request) }
        let courses = try await site.courses(of: user, for: request)
        return site.respond(site.greet(user, for: request), courses, to: request)
      },
      TwoWords("never resumed", .stalls("a continuation that is never resumed")) { request, site in
        await withCheckedContinuation { lost in Self.kept.withLock { $0.append(lost) } }
        return try await TwoWordsGrading.solution(request, site)
      },
      TwoWords("never resumed after an error", .mistake("stalls-on-an-error")) { request, site in
        let response: Response?
        do { response = try await TwoWordsGrading.solution(request, site) } catch { response = nil }
        if let response { return response }
        await withCheckedContinuation { lost in Self.kept.withLock { $0.append(lost) } }
        throw CancellationError()
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
      TwoWords("again and again, for ever", .mistake("tries-again")) { request, site in
        let request = site.receive(request)
        var user: String?
        while user == nil { user = try? await site.user(for: request) }
        let greeting = site.greet(user!, for: request)
        let courses = try await site.courses(of: user!, for: request)
        return site.respond(greeting, courses, to: request)
      },
      // Near: it asks nothing a second time, and still never ends.
      TwoWords("yields until an error is gone", .mistake("polls")) { request, site in
        do { return try await TwoWordsGrading.solution(request, site) } catch {
          while !Task.isCancelled { await Task.yield() }
          throw error
        }
      },
      TwoWords("once more on an error", .mistake("tries-again")) { request, site in
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
