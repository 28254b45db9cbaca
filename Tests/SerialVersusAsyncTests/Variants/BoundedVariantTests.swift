import EventLoop
import LessonKit
import Synchronization
import TestSupport
import Workload
import XCTest

@testable import BoundedExercise

/// Answers to `bounded` as others would write them.
final class BoundedVariantTests: XCTestCase {
  private typealias Bounded = Variant<BoundedGrading.Function>

  func testRightAnswersPass() {
    for variant in [
      Bounded("workers that share an iterator", .passes) { requests, limit, _, answer in
        let next = Protected(Array(requests.enumerated()).makeIterator())
        return await withTaskGroup(of: [(Int, Answered)].self) { group in
          for _ in 0..<limit {
            group.addTask {
              var done: [(Int, Answered)] = []
              while let (place, request) = next.withLock({ $0.next() }) {
                done.append((place, await result(of: request, answer)))
              }
              return done
            }
          }
          let all = await group.reduce(into: []) { $0 += $1 }
          return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
      },
      Bounded("a semaphore, given back by defer", .passes) { requests, limit, loop, answer in
        let slots = Slots(limit)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            await slots.take()
            do {
              let response = try await answer(request)
              await slots.giveBack()
              return Answered.success(response)
            } catch {
              await slots.giveBack()
              return .failure(error)
            }
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.value) }
        return results
      },
      Bounded("a window of tasks, waiting before each", .passes) { requests, limit, _, answer in
        await withTaskGroup(of: (Int, Answered).self) { group in
          var results: [Int: Answered] = [:]
          for (place, request) in requests.enumerated() {
            if place >= limit, let (place, result) = await group.next() { results[place] = result }
            group.addTask { (place, await result(of: request, answer)) }
          }
          for await (place, result) in group { results[place] = result }
          return results.sorted { $0.key < $1.key }.map(\.value)
        }
      },
      Bounded("a stream of tickets", .passes) { requests, limit, loop, answer in
        let (tickets, box) = AsyncStream<Void>.makeStream()
        for _ in 0..<limit { box.yield() }
        var tasks: [Task<Answered, Never>] = []
        var turns = tickets.makeAsyncIterator()
        for request in requests {
          _ = await turns.next()
          tasks.append(
            Task(executorPreference: loop) {
              defer { box.yield() }
              return await result(of: request, answer)
            })
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.value) }
        return results
      },
      Bounded("requests that pull the next behind them", .passes) { requests, limit, _, answer in
        let board = Board(requests)
        await withDiscardingTaskGroup { group in
          for _ in 0..<limit {
            group.addTask {
              while let (place, request) = await board.next() {
                await board.put(await result(of: request, answer), at: place)
              }
            }
          }
        }
        return await board.results
      },
    ] { variant.check(BoundedGrading.examine) }
  }

  func testNoBoundIsFoundOut() {
    for variant in [
      Bounded("tasks in an array", .mistake("no-bound")) { requests, _, loop, answer in
        let tasks = requests.map { request in Task(executorPreference: loop) { try await answer(request) } }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
      Bounded("a counter that is looked at too early", .mistake("no-bound")) {
        requests, limit, loop, answer in
        let inFlight = Protected(0)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            while inFlight.withLock({ $0 }) >= limit { try await loop.sleep(for: .milliseconds(1)) }
            await Task.yield()
            inFlight.withLock { $0 += 1 }
            defer { inFlight.withLock { $0 -= 1 } }
            return try await answer(request)
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
      Bounded("a group whose results are waited for at the end", .mistake("no-bound")) {
        requests, _, _, answer in
        await all(requests[...], answer)
      },
      Bounded("one too many", .mistake("one-too-many")) {
        requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit + 1, on: loop, answer: answer)
      },
    ] { variant.check(BoundedGrading.examine) }
  }

  func testBatchesAreFoundOut() {
    for variant in [
      Bounded("tasks, a few at a time", .mistake("in-batches")) { requests, limit, loop, answer in
        var results: [Answered] = []
        var rest = requests[...]
        while !rest.isEmpty {
          let tasks = rest.prefix(limit).map { request in
            Task(executorPreference: loop) { try await answer(request) }
          }
          for task in tasks { results.append(await task.result) }
          rest = rest.dropFirst(limit)
        }
        return results
      },
      Bounded("a group that is emptied when it is full", .mistake("in-batches")) {
        requests, limit, _, answer in
        await withTaskGroup(of: (Int, Answered).self) { group in
          var results: [Int: Answered] = [:]
          var inFlight = 0
          for (place, request) in requests.enumerated() {
            if inFlight == limit {
              while let (place, result) = await group.next() { results[place] = result }
              inFlight = 0
            }
            inFlight += 1
            group.addTask { (place, await result(of: request, answer)) }
          }
          for await (place, result) in group { results[place] = result }
          return requests.indices.map { results[$0]! }
        }
      },
      Bounded("waitForAll", .mistake("in-batches")) { requests, limit, _, answer in
        let board = Board(requests)
        await withTaskGroup(of: Void.self) { group in
          for (place, request) in requests.enumerated() {
            if place > 0, place.isMultiple(of: limit) { await group.waitForAll() }
            group.addTask { await board.put(await result(of: request, answer), at: place) }
          }
        }
        return await board.results
      },
    ] { variant.check(BoundedGrading.examine) }
  }

  func testOneAtATimeIsFoundOut() {
    for variant in [
      Bounded("a group and its next", .mistake("one-at-a-time")) { requests, _, _, answer in
        await withTaskGroup(of: Answered.self) { group in
          var results: [Answered] = []
          for request in requests {
            group.addTask { await result(of: request, answer) }
            results.append(await group.next()!)
          }
          return results
        }
      },
      Bounded("one slot, whatever the limit", .mistake("one-at-a-time")) { requests, _, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: 1, on: loop, answer: answer)
      },
      Bounded("a chain of tasks", .mistake("one-at-a-time")) { requests, _, loop, answer in
        var last: Task<Answered, Never>?
        let tasks = requests.map { request in
          let task = Task(executorPreference: loop) { [last] in
            _ = await last?.value
            return await result(of: request, answer)
          }
          last = task
          return task
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.value) }
        return results
      },
    ] { variant.check(BoundedGrading.examine) }
  }

  func testASlotThatIsLostIsFoundOut() {
    for variant in [
      Bounded("a semaphore as an actor", .mistake("loses-the-slot")) { requests, limit, loop, answer in
        let slots = Slots(limit)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            await slots.take()
            let response = try await answer(request)
            await slots.giveBack()
            return response
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
      Bounded("the next only after a success", .mistake("loses-the-slot")) { requests, limit, _, answer in
        await withTaskGroup(of: (Int, Answered).self) { group in
          var waiting = requests.enumerated().makeIterator()
          func beginNext() {
            if let (place, request) = waiting.next() {
              group.addTask { (place, await result(of: request, answer)) }
            }
          }
          for _ in 0..<limit { beginNext() }
          var results: [Int: Answered] = [:]
          for await (place, result) in group {
            results[place] = result
            if case .success = result { beginNext() }
          }
          return results.sorted { $0.key < $1.key }.map(\.value)
        }
      },
      Bounded("workers that end at an error", .mistake("loses-the-slot")) { requests, limit, _, answer in
        let board = Board(requests)
        await withDiscardingTaskGroup { group in
          for _ in 0..<limit {
            group.addTask {
              while let (place, request) = await board.next() {
                let result = await result(of: request, answer)
                await board.put(result, at: place)
                if case .failure = result { return }
              }
            }
          }
        }
        return await board.results
      },
      Bounded("tickets that are not handed back", .mistake("loses-the-slot")) {
        requests, limit, loop, answer in
        let (tickets, box) = AsyncStream<Void>.makeStream()
        for _ in 0..<limit { box.yield() }
        var turns = tickets.makeAsyncIterator()
        var tasks: [Task<Response, any Error>] = []
        for request in requests {
          _ = await turns.next()
          tasks.append(
            Task(executorPreference: loop) {
              let response = try await answer(request)
              box.yield()
              return response
            })
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
    ] { variant.check(BoundedGrading.examine) }
  }

  func testOtherWrongAnswersGetTheirNames() {
    for variant in [
      Bounded("the first error ends it", .mistake("throws-the-first-error")) {
        requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop, answer: answer)
          .map { .success(try $0.get()) }
      },
      Bounded("errors left out", .mistake("loses-results")) {
        requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop, answer: answer)
          .filter { if case .success = $0 { true } else { false } }
      },
      Bounded("in the order of completion", .mistake("completion-order")) {
        requests, limit, _, answer in
        await withTaskGroup(of: Answered.self) { group in
          var results: [Answered] = []
          for (place, request) in requests.enumerated() {
            if place >= limit, let result = await group.next() { results.append(result) }
            group.addTask { await result(of: request, answer) }
          }
          for await result in group { results.append(result) }
          return results
        }
      },
      Bounded("dealt out beforehand", .mistake("deals-out-beforehand")) { requests, limit, _, answer in
        let board = Board(requests)
        await withDiscardingTaskGroup { group in
          for worker in 0..<limit {
            group.addTask {
              for place in stride(from: worker, to: requests.count, by: limit) {
                await board.put(await result(of: requests[place], answer), at: place)
              }
            }
          }
        }
        return await board.results
      },
      Bounded("looking again every millisecond", .mistake("guesses-the-time")) {
        requests, limit, loop, answer in
        let inFlight = Protected(0)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            while !inFlight.withLock({ count in
              defer { count = min(count + 1, limit) }
              return count < limit
            }) { try await loop.sleep(for: .milliseconds(1)) }
            defer { inFlight.withLock { $0 -= 1 } }
            return try await answer(request)
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
      Bounded("another error as the result", .mistake("changes-the-error")) {
        requests, limit, loop, answer in
        try await BoundedSolution.bounded(requests, atMost: limit, on: loop, answer: answer)
          .map { $0.mapError { _ in CancellationError() } }
      },
      Bounded("a timer left behind", .mistake("leaves-work-behind")) {
        requests, limit, loop, answer in
        Task(executorPreference: loop) { try await loop.sleep(for: .seconds(60)) }
        return try await BoundedSolution.bounded(requests, atMost: limit, on: loop, answer: answer)
      },
      Bounded("slots that are never given back", .mistake("never-frees-the-slot")) {
        requests, limit, loop, answer in
        let slots = Slots(limit)
        let tasks = requests.map { request in
          Task(executorPreference: loop) {
            await slots.take()
            return try await answer(request)
          }
        }
        var results: [Answered] = []
        for task in tasks { results.append(await task.result) }
        return results
      },
    ] { variant.check(BoundedGrading.examine) }
  }
}

private typealias Answered = BoundedGrading.Answered

private func result(of request: Request, _ answer: BoundedGrading.Answer) async -> Answered {
  do { return .success(try await answer(request)) } catch { return .failure(error) }
}

private func all(_ requests: ArraySlice<Request>, _ answer: @escaping BoundedGrading.Answer) async
  -> [Answered]
{
  await withTaskGroup(of: (Int, Answered).self) { group in
    for (place, request) in zip(requests.indices, requests) {
      group.addTask { (place, await result(of: request, answer)) }
    }
    let answered = await group.reduce(into: []) { $0.append($1) }
    return answered.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

private final class Protected<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: sending Value) { self.value = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout sending Value) -> sending Result) -> Result {
    value.withLock(body)
  }
}

private actor Slots {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func take() async {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

private actor Board {
  private var waiting: EnumeratedSequence<[Request]>.Iterator
  private var byPlace: [Int: Answered] = [:]

  init(_ requests: [Request]) { waiting = requests.enumerated().makeIterator() }

  var results: [Answered] { byPlace.sorted { $0.key < $1.key }.map(\.value) }
  func next() -> (Int, Request)? { waiting.next().map { ($0.offset, $0.element) } }
  func put(_ result: Answered, at place: Int) { byPlace[place] = result }
}
