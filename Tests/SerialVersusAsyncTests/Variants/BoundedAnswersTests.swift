import EventLoop
import LessonKit
import Platform
import TestSupport
import Workload
import XCTest

@testable import BoundedExercise

/// More answers to `bounded`, written down before the grader had seen any of them.
final class BoundedAnswersTests: XCTestCase {
  private typealias Bounded = Variant<BoundedGrading.Function>
  private typealias Answered = BoundedGrading.Answered

  private struct OwnError: Error {}

  func testRightAnswersPass() {
    for variant in [
      Bounded("workers with a shared place", .passes) { requests, limit, _, answer in
        let next = Guarded(0)
        let results = Guarded([Int: Answered]())
        await withTaskGroup(of: Void.self) { group in
          for _ in 0..<limit {
            group.addTask {
              while let place = next.withLock({ place -> Int? in
                defer { place += 1 }
                return place < requests.count ? place : nil
              }) {
                let result = await result(of: requests[place], answer)
                results.withLock { $0[place] = result }
              }
            }
          }
        }
        return results.withLock { all in requests.indices.map { all[$0]! } }
      },
      Bounded("a window over a group", .passes) { requests, limit, _, answer in
        await withTaskGroup(of: (Int, Answered).self) { group in
          var results: [Int: Answered] = [:]
          for (place, request) in requests.enumerated() {
            if place >= limit { let (done, result) = await group.next()!; results[done] = result }
            group.addTask { (place, await result(of: request, answer)) }
          }
          for await (done, result) in group { results[done] = result }
          return requests.indices.map { results[$0]! }
        }
      },
      Bounded("a semaphore as an actor", .passes) { requests, limit, loop, answer in
        let gate = Gate(limit)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            await gate.enter()
            let answered = await result(of: request, answer)
            await gate.leave()
            return answered
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.value) }
        return results
      },
    ] { variant.check(BoundedGrading.examine) }
  }

  func testWrongAnswersGetTheirNames() {
    for variant in [
      Bounded("the window, one too wide", .mistake("one-too-many")) { requests, limit, _, answer in
        await withTaskGroup(of: (Int, Answered).self) { group in
          var results: [Int: Answered] = [:]
          for (place, request) in requests.enumerated() {
            if place > limit { let (done, result) = await group.next()!; results[done] = result }
            group.addTask { (place, await result(of: request, answer)) }
          }
          for await (done, result) in group { results[done] = result }
          return requests.indices.map { results[$0]! }
        }
      },
      Bounded("four, whatever the limit", .mistake("fixed-limit")) { requests, _, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: 4, on: loop, answer: answer)
      },
      Bounded("in slices, a worker each", .mistake("deals-out-beforehand")) { requests, limit, _, answer in
        let size = (requests.count + limit - 1) / limit
        let results = Guarded([Int: Answered]())
        await withTaskGroup(of: Void.self) { group in
          for start in stride(from: 0, to: requests.count, by: max(1, size)) {
            group.addTask {
              for place in start..<min(start + size, requests.count) {
                let result = await result(of: requests[place], answer)
                results.withLock { $0[place] = result }
              }
            }
          }
        }
        return results.withLock { all in requests.indices.map { all[$0]! } }
      },
      Bounded("the oldest task is awaited", .mistake("waits-for-the-oldest")) {
        requests, limit, loop, answer in
        var window: [Task<Answered, Never>] = []
        var results: [Answered] = []
        for request in requests {
          if window.count == limit { results.append(await window.removeFirst().value) }
          window.append(Task(executorPreference: loop) { await result(of: request, answer) })
        }
        for task in window { results.append(await task.value) }
        return results
      },
      Bounded("the group is emptied when full, errors thrown", .mistake("in-batches")) {
        requests, limit, loop, answer in
        var results: [Answered] = []
        for start in stride(from: 0, to: requests.count, by: limit) {
          let tasks = requests[start..<min(start + limit, requests.count)].map { request in
            Task(executorPreference: loop) { try await answer(request) }
          }
          for task in tasks { results.append(.success(try await task.value)) }
        }
        return results
      },
      Bounded("yields until a slot is free", .mistake("polls")) { requests, limit, loop, answer in
        let inProgress = Guarded(0)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            while !inProgress.withLock({ count in
              guard count < limit else { return false }
              count += 1
              return true
            }) { await Task.yield() }
            defer { inProgress.withLock { $0 -= 1 } }
            return try await answer(request)
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
      Bounded("the first error ends all", .mistake("throws-the-first-error")) {
        requests, limit, loop, answer in
        let results = try await BoundedSolution.bounded(requests, atMost: limit, on: loop, answer: answer)
        for result in results { _ = try result.get() }
        return results
      },
      Bounded("an error of its own", .mistake("changes-the-error")) { requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop) { request in
          do { return try await answer(request) } catch { throw OwnError() }
        }
      },
      Bounded("an error becomes an empty response", .mistake("changes-the-error")) {
        requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop) { request in
          do { return try await answer(request) } catch { return Response(greeting: "", courses: []) }
        }
      },
      Bounded("each request twice", .mistake("asks-twice")) { requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop) { request in
          _ = try? await answer(request)
          return try await answer(request)
        }
      },
      Bounded("again and again", .mistake("tries-again")) { requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop) { request in
          while true { if let response = try? await answer(request) { return response } }
        }
      },
      Bounded("counts only what is answered", .mistake("stalls-on-an-error")) {
        requests, limit, loop, answer in
        let (answered, source) = AsyncStream.makeStream(of: Void.self)
        let all = Task(executorPreference: loop) {
          try await BoundedSolution.bounded(requests, atMost: limit, on: loop) { request in
            let response = try await answer(request)
            source.yield()
            return response
          }
        }
        var iterator = answered.makeAsyncIterator()
        for _ in requests { _ = await iterator.next() }
        return try await all.value
      },
      Bounded("a second try", .mistake("tries-again")) { requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop) { request in
          if let response = try? await answer(request) { return response }
          return try await answer(request)
        }
      },
      Bounded("nothing", .mistake("leaves-requests-out")) { _, _, _, _ in [] },
      Bounded("plain tasks in a group", .mistake("leaves-the-loop")) { requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop) { request in
          try await Task.detached { try await answer(request) }.value
        }
      },
      Bounded("the slot is kept by an error", .mistake("loses-the-slot")) { requests, limit, loop, answer in
        let gate = Gate(limit)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            await gate.enter()
            let response = try await answer(request)
            await gate.leave()
            return response
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
      Bounded("each result put in front", .mistake("loses-the-order")) { requests, limit, loop, answer in
        var results: [Answered] = []
        for result in try await BoundedSolution.bounded(requests, atMost: limit, on: loop, answer: answer) {
          results.insert(result, at: 0)
        }
        return results
      },
      Bounded("an error cancels the group", .mistake("cancels-the-others")) { requests, limit, loop, answer in
        var results = requests.map { _ in BoundedGrading.Answered.failure(CancellationError()) }
        await withTaskGroup(of: (Int, BoundedGrading.Answered).self) { group in
          for (place, request) in requests.enumerated() {
            if place >= limit, let (done, answered) = await group.next() {
              results[done] = answered
              if case .failure = answered { group.cancelAll() }
            }
            group.addTask { (place, await result(of: request, answer)) }
          }
          for await (done, answered) in group { results[done] = answered }
        }
        return results
      },
    ] { variant.check(BoundedGrading.examine) }
  }
}

@Sendable private func result(
  of request: Request, _ answer: BoundedGrading.Answer
) async -> BoundedGrading.Answered {
  do { return .success(try await answer(request)) } catch { return .failure(error) }
}

private actor Gate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ limit: Int) { free = limit }

  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    guard waiting.isEmpty else { return waiting.removeFirst().resume() }
    free += 1
  }
}
