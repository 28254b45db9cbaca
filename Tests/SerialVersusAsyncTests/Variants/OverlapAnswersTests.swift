import EventLoop
import Foundation
import LessonKit
import Platform
import TestSupport
import Workload
import XCTest

@testable import OverlapExercise

/// More answers to `overlap`, written down before the grader had seen any of them.
final class OverlapAnswersTests: XCTestCase {
  private typealias Overlap = Variant<OverlapGrading.Function>

  private struct OwnError: Error {}

  func testRightAnswersPass() {
    for variant in [
      Overlap("the first and the rest, by recursion", .passes) { requests, _, answer in
        try await firstAndRest(requests[...], answer)
      },
      Overlap("all results first, then the first error", .passes) { requests, _, answer in
        let results = await withTaskGroup(of: (Int, Result<Response, any Error>).self) { group in
          for (place, request) in requests.enumerated() {
            group.addTask {
              do { return (place, .success(try await answer(request))) } catch {
                return (place, .failure(error))
              }
            }
          }
          return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        return try requests.indices.map { try results[$0]!.get() }
      },
      Overlap("a locked array with places", .passes) { requests, _, answer in
        let places = Guarded([Response?](repeating: nil, count: requests.count))
        try await withThrowingTaskGroup(of: Void.self) { group in
          for (place, request) in requests.enumerated() {
            group.addTask {
              let response = try await answer(request)
              places.withLock { $0[place] = response }
            }
          }
          try await group.waitForAll()
        }
        return places.withLock { $0.map { $0! } }
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  func testWrongAnswersGetTheirNames() {
    for variant in [
      Overlap("the first to warm up", .mistake("starts-some-late")) { requests, loop, answer in
        guard let first = requests.first else { return [] }
        return [try await answer(first)]
          + (try await OverlapSolution.overlap(Array(requests.dropFirst()), on: loop, answer: answer))
      },
      Overlap("a pause between the starts", .mistake("starts-some-late")) { requests, loop, answer in
        var tasks: [Task<Response, any Error>] = []
        for request in requests {
          tasks.append(Task(executorPreference: loop) { try await answer(request) })
          try await loop.sleep(for: .milliseconds(1))
        }
        var responses: [Response] = []
        for task in tasks { responses.append(try await task.value) }
        return responses
      },
      Overlap("a flag asked with yield", .mistake("polls")) { requests, loop, answer in
        let count = Guarded(0)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            defer { count.withLock { $0 += 1 } }
            return try await answer(request)
          }
        }
        while count.withLock({ $0 }) < requests.count { await Task.yield() }
        var responses: [Response] = []
        for task in tasks { responses.append(try await task.value) }
        return responses
      },
      Overlap("counts only what is answered", .mistake("stalls-on-an-error")) { requests, loop, answer in
        let (answered, source) = AsyncStream.makeStream(of: Void.self)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            let response = try await answer(request)
            source.yield()
            return response
          }
        }
        var iterator = answered.makeAsyncIterator()
        for _ in requests { _ = await iterator.next() }
        var responses: [Response] = []
        for task in tasks { responses.append(try await task.value) }
        return responses
      },
      Overlap("again and again", .mistake("tries-again")) { requests, loop, answer in
        try await OverlapSolution.overlap(requests, on: loop) { request in
          while true { if let response = try? await answer(request) { return response } }
        }
      },
      Overlap("a second try", .mistake("tries-again")) { requests, loop, answer in
        try await OverlapSolution.overlap(requests, on: loop) { request in
          do { return try await answer(request) } catch { return try await answer(request) }
        }
      },
      Overlap("two calls, the faster counts", .mistake("asks-twice")) { requests, loop, answer in
        try await OverlapSolution.overlap(requests, on: loop) { request in
          async let one = answer(request)
          async let other = answer(request)
          _ = try await other
          return try await one
        }
      },
      Overlap("inserted at its place as they come", .mistake("loses-the-order")) { requests, _, answer in
        try await withThrowingTaskGroup(of: (Int, Response).self) { group in
          for (place, request) in requests.enumerated() {
            group.addTask { (place, try await answer(request)) }
          }
          var responses: [Response] = []
          for try await (place, response) in group {
            responses.insert(response, at: min(place, responses.count))
          }
          return responses
        }
      },
      Overlap("sorted by greeting", .mistake("sorts-by-label")) { requests, loop, answer in
        try await OverlapSolution.overlap(requests, on: loop, answer: answer).sorted {
          $0.greeting < $1.greeting
        }
      },
      Overlap("an error of its own", .mistake("changes-the-error")) { requests, loop, answer in
        do { return try await OverlapSolution.overlap(requests, on: loop, answer: answer) } catch {
          throw OwnError()
        }
      },
      Overlap("nothing to do is an error", .mistake("invents-an-error")) { requests, loop, answer in
        if requests.isEmpty { throw OwnError() }
        return try await OverlapSolution.overlap(requests, on: loop, answer: answer)
      },
      Overlap("placeholders", .mistake("loses-the-error")) { requests, loop, answer in
        try await OverlapSolution.overlap(requests, on: loop) {
          (try? await answer($0)) ?? Response(greeting: "Sorry", courses: [])
        }
      },
      Overlap("one after the other, errors left out", .mistake("awaits-in-the-loop")) { requests, _, answer in
        var responses: [Response] = []
        for request in requests {
          if let response = try? await answer(request) { responses.append(response) }
        }
        return responses
      },
      Overlap("a constant", .mistake("leaves-requests-out")) { requests, _, _ in
        requests.map { Response(greeting: "Hello, \($0.label)", courses: []) }
      },
      Overlap("one short", .mistake("leaves-requests-out")) { requests, loop, answer in
        try await OverlapSolution.overlap(Array(requests.dropLast()), on: loop, answer: answer)
      },
      Overlap("the group's first is dropped", .mistake("loses-responses")) { requests, _, answer in
        try await withThrowingTaskGroup(of: (Int, Response).self) { group in
          for (place, request) in requests.enumerated() {
            group.addTask { (place, try await answer(request)) }
          }
          _ = try await group.next()
          var answered: [(Int, Response)] = []
          for try await next in group { answered.append(next) }
          return answered.sorted { $0.0 < $1.0 }.map(\.1)
        }
      },
      Overlap("the thread sleeps", .mistake("keeps-the-thread")) { requests, loop, answer in
        for _ in requests { usleep(50_000) }
        return try await OverlapSolution.overlap(requests, on: loop, answer: answer)
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  /// What is told of the second fault is what was seen of it.
  func testASecondFaultIsToldExactly() {
    let wrong: [(also: String?, function: OverlapGrading.Function)] = [
      (
        "each call from outside the loop fails, and yet you returned 0 responses, and no error.",
        { requests, _, answer in
          let tasks = requests.map { request in Task.detached { try? await answer(request) } }
          var responses: [Response] = []
          for task in tasks { if let response = await task.value { responses.append(response) } }
          return responses
        }
      ),
      (
        nil,
        { requests, _, answer in
          let tasks = requests.map { request in Task.detached { try await answer(request) } }
          var responses: [Response] = []
          for task in tasks { responses.append(try await task.value) }
          return responses
        }
      ),
      (
        "when request 2 failed, you left it out, and returned 2 responses, and no error.",
        { requests, _, answer in
          var responses: [Response] = []
          for request in requests {
            if let response = try? await answer(request) { responses.append(response) }
          }
          return responses
        }
      ),
      (
        "when request 2 failed, you made up a response for it, and threw no error.",
        { requests, _, answer in
          var responses: [Response] = []
          for request in requests {
            responses.append((try? await answer(request)) ?? Response(greeting: "Sorry", courses: []))
          }
          return responses
        }
      ),
      (
        "when request 2 failed, you called `answer` once more.",
        { requests, _, answer in
          var responses: [Response] = []
          for request in requests {
            do { responses.append(try await answer(request)) } catch {
              responses.append(try await answer(request))
            }
          }
          return responses
        }
      ),
      (
        "when request 2 failed, you threw CancellationError() instead of its error.",
        { requests, _, answer in
          var responses: [Response] = []
          for request in requests {
            do { responses.append(try await answer(request)) } catch { throw CancellationError() }
          }
          return responses
        }
      ),
    ]
    for (also, function) in wrong {
      guard case .mistake(_, let detail) = OverlapGrading.examine(function).outcome else {
        XCTFail(also ?? "no second fault")
        continue
      }
      if let also {
        XCTAssertTrue(detail.hasSuffix("One more thing: \(also)"), detail)
      } else {
        XCTAssertFalse(detail.contains("One more thing"), detail)
      }
    }
  }
}

@Sendable private func firstAndRest(
  _ requests: ArraySlice<Request>, _ answer: @escaping OverlapGrading.Answer
) async throws -> [Response] {
  guard let request = requests.first else { return [] }
  async let first = answer(request)
  async let rest = firstAndRest(requests.dropFirst(), answer)
  return try await [first] + rest
}
