import EventLoop
import Foundation
import LessonKit
import Report
import Synchronization
import TestSupport
import Workload
import XCTest

@testable import OverlapExercise

/// Answers to `overlap` as others would write them.
final class OverlapVariantTests: XCTestCase {
  private typealias Overlap = Variant<OverlapGrading.Function>

  func testRightAnswersPass() {
    for variant in [
      Overlap("tasks in an array", .passesWith("Still running")) { requests, loop, answer in
        let tasks = requests.map { request in Task(executorPreference: loop) { try await answer(request) } }
        var responses: [Response] = []
        for task in tasks { responses.append(try await task.value) }
        return responses
      },
      Overlap("tasks in an array, cancelled on an error", .passes) { requests, loop, answer in
        let tasks = requests.map { request in Task(executorPreference: loop) { try await answer(request) } }
        do {
          var responses: [Response] = []
          for task in tasks { responses.append(try await task.value) }
          return responses
        } catch {
          for task in tasks { task.cancel() }
          throw error
        }
      },
      Overlap("async let by recursion", .passes) { requests, _, answer in
        try await halved(requests[...], answer)
      },
      Overlap("a group into a dictionary", .passes) { requests, _, answer in
        try await withThrowingTaskGroup(of: (Request, Response).self) { group in
          for request in requests { group.addTask { (request, try await answer(request)) } }
          var byRequest: [Request: Response] = [:]
          while let (request, response) = try await group.next() { byRequest[request] = response }
          return requests.map { byRequest[$0]! }
        }
      },
      Overlap("an actor that collects", .passes) { requests, _, answer in
        let shelf = Shelf()
        try await withThrowingDiscardingTaskGroup { group in
          for (place, request) in requests.enumerated() {
            group.addTask { await shelf.put(try await answer(request), at: place) }
          }
        }
        return await shelf.all
      },
      Overlap("a stream", .passesWith("Still running")) { requests, loop, answer in
        let (stream, source) = AsyncThrowingStream<(Int, Response), any Error>.makeStream()
        for (place, request) in requests.enumerated() {
          Task(executorPreference: loop) {
            do { source.yield((place, try await answer(request))) } catch { source.finish(throwing: error) }
          }
        }
        var responses: [(Int, Response)] = []
        if requests.isEmpty { return [] }
        for try await next in stream {
          responses.append(next)
          if responses.count == requests.count { break }
        }
        return responses.sorted { $0.0 < $1.0 }.map(\.1)
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  func testAwaitingInTheLoopIsFoundOut() {
    for variant in [
      Overlap("a task, and its value at once", .mistake("awaits-in-the-loop")) { requests, loop, answer in
        var responses: [Response] = []
        for request in requests {
          responses.append(try await Task(executorPreference: loop) { try await answer(request) }.value)
        }
        return responses
      },
      Overlap("async let, and its value at once", .mistake("awaits-in-the-loop")) { requests, _, answer in
        var responses: [Response] = []
        for request in requests {
          async let response = answer(request)
          responses.append(try await response)
        }
        return responses
      },
      Overlap("a group, and its next at once", .mistake("awaits-in-the-loop")) { requests, _, answer in
        try await withThrowingTaskGroup(of: Response.self) { group in
          var responses: [Response] = []
          for request in requests {
            group.addTask { try await answer(request) }
            responses.append(try await group.next()!)
          }
          return responses
        }
      },
      Overlap("one child for all", .mistake("awaits-in-the-loop")) { requests, _, answer in
        async let all = {
          var responses: [Response] = []
          for request in requests { responses.append(try await answer(request)) }
          return responses
        }()
        return try await all
      },
      Overlap("a stream that is pulled", .mistake("awaits-in-the-loop")) { requests, _, answer in
        let places = Mutex(requests.makeIterator())
        let stream = AsyncThrowingStream<Response, any Error> {
          guard let request = places.withLock({ $0.next() }) else { return nil }
          return try await answer(request)
        }
        return try await stream.reduce(into: []) { $0.append($1) }
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  func testTheOrderOfCompletionIsFoundOut() {
    for variant in [
      Overlap("an actor that appends", .mistake("completion-order")) { requests, _, answer in
        let shelf = Shelf()
        try await withThrowingDiscardingTaskGroup { group in
          for request in requests { group.addTask { await shelf.append(try await answer(request)) } }
        }
        return await shelf.all
      },
      Overlap("a stream, as they come", .mistake("completion-order")) { requests, loop, answer in
        let (stream, source) = AsyncThrowingStream<Response, any Error>.makeStream()
        Task(executorPreference: loop) {
          do {
            try await withThrowingDiscardingTaskGroup { group in
              for request in requests { group.addTask { source.yield(try await answer(request)) } }
            }
            source.finish()
          } catch { source.finish(throwing: error) }
        }
        return try await stream.reduce(into: []) { $0.append($1) }
      },
      Overlap("the wrong way round", .mistake("loses-the-order")) { requests, loop, answer in
        try await OverlapSolution.overlap(requests, on: loop, answer: answer).reversed()
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  func testReturningEarlyIsFoundOut() {
    for variant in [
      Overlap("plain tasks, not awaited", .mistake("returns-early")) { requests, _, answer in
        let shelf = Shelf()
        for (place, request) in requests.enumerated() {
          Task { await shelf.put(try await answer(request), at: place) }
        }
        return await shelf.all
      },
      Overlap("the first of them", .mistake("returns-early")) { requests, _, answer in
        try await withThrowingTaskGroup(of: Response.self) { group in
          for request in requests { group.addTask { try await answer(request) } }
          let first = try await group.next()
          group.cancelAll()
          return first.map { [$0] } ?? []
        }
      },
      Overlap("nothing at all", .mistake("leaves-requests-out")) { _, _, _ in [] },
      Overlap("after a yield", .mistake("returns-early")) { requests, loop, answer in
        let shelf = Shelf()
        for (place, request) in requests.enumerated() {
          Task(executorPreference: loop) { await shelf.put(try await answer(request), at: place) }
        }
        await Task.yield()
        return await shelf.all
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  func testGuessingTheTimeIsFoundOut() {
    for variant in [
      Overlap("long enough", .mistake("guesses-the-time")) { requests, loop, answer in
        let shelf = Shelf()
        for (place, request) in requests.enumerated() {
          Task(executorPreference: loop) { await shelf.put(try await answer(request), at: place) }
        }
        try await loop.clock.sleep(for: .seconds(2))
        return await shelf.all
      },
      Overlap("looking again every millisecond", .mistake("guesses-the-time")) { requests, loop, answer in
        let shelf = Shelf()
        for (place, request) in requests.enumerated() {
          Task(executorPreference: loop) { await shelf.put(try await answer(request), at: place) }
        }
        while await shelf.count < requests.count { try await loop.sleep(for: .milliseconds(1)) }
        return await shelf.all
      },
      Overlap("by the wall's clock", .mistake("guesses-the-time")) { requests, loop, answer in
        let shelf = Shelf()
        for (place, request) in requests.enumerated() {
          Task(executorPreference: loop) { await shelf.put(try await answer(request), at: place) }
        }
        try await Task.sleep(for: .milliseconds(250))
        return await shelf.all
      },
      Overlap("plain tasks and the wall's clock", .mistake("guesses-the-time")) { requests, _, answer in
        let shelf = Shelf()
        for (place, request) in requests.enumerated() {
          Task { await shelf.put(try await answer(request), at: place) }
        }
        try await Task.sleep(for: .milliseconds(400))
        return await shelf.all
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  func testLosingAnErrorIsFoundOut() {
    for variant in [
      Overlap("tasks whose results are looked through", .mistake("loses-the-error")) {
        requests, loop, answer in
        let tasks = requests.map { request in Task(executorPreference: loop) { try await answer(request) } }
        var responses: [Response] = []
        for task in tasks {
          if case .success(let response) = await task.result { responses.append(response) }
        }
        return responses
      },
      Overlap("an empty response instead", .mistake("loses-the-error")) { requests, loop, answer in
        try await OverlapSolution.overlap(requests, on: loop) { request in
          do { return try await answer(request) } catch { return Response(greeting: "", courses: []) }
        }
      },
      Overlap("nothing instead", .mistake("loses-the-error")) { requests, loop, answer in
        do { return try await OverlapSolution.overlap(requests, on: loop, answer: answer) } catch {
          return []
        }
      },
      Overlap("another error", .mistake("changes-the-error")) { requests, loop, answer in
        do { return try await OverlapSolution.overlap(requests, on: loop, answer: answer) } catch {
          throw CancellationError()
        }
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  func testOtherWrongAnswersGetTheirNames() {
    for variant in [
      Overlap("two at a time", .mistake("starts-some-late")) { requests, loop, answer in
        var responses: [Response] = []
        for start in stride(from: 0, to: requests.count, by: 2) {
          responses += try await OverlapSolution.overlap(
            Array(requests[start..<min(start + 2, requests.count)]), on: loop, answer: answer)
        }
        return responses
      },
      Overlap("plain tasks, awaited", .mistake("leaves-the-loop")) { requests, _, answer in
        let tasks = requests.map { request in Task { try await answer(request) } }
        var responses: [Response] = []
        for task in tasks { responses.append(try await task.value) }
        return responses
      },
      Overlap("detached tasks, errors hidden", .mistake("leaves-the-loop")) { requests, _, answer in
        var responses: [Response] = []
        for request in requests {
          if let response = try? await Task.detached(operation: { try await answer(request) }).value {
            responses.append(response)
          }
        }
        return responses
      },
      Overlap("each asked twice", .mistake("asks-twice")) { requests, loop, answer in
        _ = try await OverlapSolution.overlap(requests, on: loop, answer: answer)
        return try await OverlapSolution.overlap(requests, on: loop, answer: answer)
      },
      Overlap("a timer left behind", .mistake("leaves-work-behind")) {
        requests, loop, answer in
        Task(executorPreference: loop) { try await loop.sleep(for: .seconds(60)) }
        return try await OverlapSolution.overlap(requests, on: loop, answer: answer)
      },
      Overlap("throws for nothing", .mistake("invents-an-error")) { requests, _, answer in
        for request in requests { _ = try await answer(request) }
        throw CancellationError()
      },
    ] { variant.check(OverlapGrading.examine) }
  }

  /// Many calls are no polling, unless there is no end to them; and what is told of them is no longer than a page.
  func testManyCallsGetTheirDiagnosis() throws {
    let answers: [(String, OverlapGrading.Function)] = [
      (
        "asks-twice",
        { requests, _, answer in
          var responses: [Response] = []
          for index in 0..<20_000 where !requests.isEmpty {
            responses.append(try await answer(requests[index % requests.count]))
          }
          return Array(responses.prefix(requests.count))
        }
      ),
      (
        "asks-twice",
        { requests, loop, answer in
          try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<20_000 where !requests.isEmpty {
              group.addTask { _ = try await answer(requests[index % requests.count]) }
            }
            try await group.waitForAll()
          }
          return try await OverlapSolution.overlap(requests, on: loop, answer: answer)
        }
      ),
      (
        "polls",
        { requests, _, answer in
          while true { _ = try await answer(requests[0]) }
        }
      ),
    ]
    for (mistake, answer) in answers {
      let grade = OverlapGrading.grade(answer)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
      XCTAssertLessThan(try JSONEncoder().encode(grade).count, 100_000)
    }
  }

  func testWhoWaitsForEverIsToldSo() {
    for variant in [
      Overlap("a continuation that is never resumed", .stalls("a continuation that is never resumed")) {
        requests, loop, answer in
        let responses = try await OverlapSolution.overlap(requests, on: loop, answer: answer)
        await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
        return responses
      },
      Overlap("a stream that never ends", .stalls("Never started: request 1, request 2, request 3")) {
        _, _, _ in
        let (stream, source) = AsyncStream<Response>.makeStream()
        var responses: [Response] = []
        for await response in stream { responses.append(response) }
        source.finish()
        return responses
      },
    ] { variant.check(OverlapGrading.examine) }
  }
}

@Sendable private func halved(
  _ requests: ArraySlice<Request>, _ answer: @escaping OverlapGrading.Answer
) async throws -> [Response] {
  guard requests.count > 1 else { return requests.isEmpty ? [] : [try await answer(requests.first!)] }
  let middle = requests.startIndex + requests.count / 2
  async let left = halved(requests[..<middle], answer)
  async let right = halved(requests[middle...], answer)
  return try await left + right
}

private actor Shelf {
  private var byPlace: [Int: Response] = [:]

  var count: Int { byPlace.count }
  var all: [Response] { byPlace.sorted { $0.key < $1.key }.map(\.value) }

  func put(_ response: Response, at place: Int) { byPlace[place] = response }
  func append(_ response: Response) { byPlace[byPlace.count] = response }
}
