import EventLoop
import LessonKit
import TestSupport
import XCTest

@testable import DeadlineExercise

/// Answers to `deadline` as others would write them.
final class DeadlineVariantTests: XCTestCase {
  private typealias Deadline = Variant<DeadlineGrading.Function>

  func testRightAnswersPass() {
    for variant in [
      Deadline(
        "a group of optionals, the time first",
        .passesWith("the deadline was at 100 ms, and you threw at 130 ms")
      ) {
        limit, loop, operation in
        try await withThrowingTaskGroup(of: Response?.self) { group in
          group.addTask {
            try await loop.sleep(for: limit)
            return nil
          }
          group.addTask { try await operation() }
          let first = try await group.next()!
          group.cancelAll()
          guard let first else { throw TimedOut() }
          return first
        }
      },
      Deadline("an enum of what came first", .passes) { limit, loop, operation in
        let end = loop.clock.now.advanced(by: limit)
        let first = try await withThrowingTaskGroup(of: First.self) { group in
          group.addTask { .response(try await operation()) }
          group.addTask {
            try await loop.sleep(until: end)
            return .deadline
          }
          for try await first in group {
            group.cancelAll()
            return first
          }
          throw CancellationError()
        }
        switch first {
        case .response(let response): return response
        case .deadline: throw TimedOut()
        }
      },
      Deadline("a stream of what came first", .passes) { limit, loop, operation in
        let end = loop.clock.now.advanced(by: limit)
        let (firsts, announce) = AsyncThrowingStream<Response, any Error>.makeStream()
        return try await withThrowingDiscardingTaskGroup(returning: Response.self) { group in
          group.addTask {
            do { announce.yield(try await operation()) } catch { announce.finish(throwing: error) }
          }
          group.addTask {
            do {
              try await loop.sleep(until: end)
              announce.finish(throwing: TimedOut())
            } catch {}
          }
          defer { group.cancelAll() }
          for try await first in firsts { return first }
          throw CancellationError()
        }
      },
    ] { variant.check(DeadlineGrading.examine) }
  }

  func testALoserThatRunsOnIsFoundOut() {
    for variant in [
      Deadline("a continuation that the first resumes", .mistake("loser-runs-on")) { limit, loop, operation in
        let race = Race()
        return try await withCheckedThrowingContinuation { continuation in
          Task(executorPreference: loop) {
            do {
              let response = try await operation()
              if await race.isFirst { continuation.resume(returning: response) }
            } catch {
              if await race.isFirst { continuation.resume(throwing: error) }
            }
          }
          Task(executorPreference: loop) {
            try await loop.sleep(for: limit)
            if await race.isFirst { continuation.resume(throwing: TimedOut()) }
          }
        }
      },
      Deadline("the timer cancelled, the operation not", .mistake("loser-runs-on")) {
        limit, loop, operation in
        let (firsts, announce) = AsyncThrowingStream<Response, any Error>.makeStream()
        Task(executorPreference: loop) {
          do { announce.yield(try await operation()) } catch { announce.finish(throwing: error) }
        }
        let timer = Task(executorPreference: loop) {
          try await loop.sleep(for: limit)
          announce.finish(throwing: TimedOut())
        }
        defer { timer.cancel() }
        for try await first in firsts { return first }
        throw CancellationError()
      },
      Deadline("the operation cancelled, the timer not", .mistake("loser-runs-on")) {
        limit, loop, operation in
        let work = Task(executorPreference: loop) { try await operation() }
        Task(executorPreference: loop) {
          try await loop.sleep(for: limit)
          work.cancel()
        }
        return try await withTaskCancellationHandler {
          do { return try await work.value } catch is CancellationError {
            throw Task.isCancelled ? CancellationError() as any Error : TimedOut()
          }
        } onCancel: {
          work.cancel()
        }
      },
    ] { variant.check(DeadlineGrading.examine) }
  }

  func testWaitingForBothIsFoundOut() {
    for variant in [
      Deadline("the time looked at afterwards", .mistake("looks-afterwards")) { limit, loop, operation in
        let start = loop.clock.now
        let response = try await operation()
        if start.duration(to: loop.clock.now) > limit { throw TimedOut() }
        return response
      },
      Deadline("async let, both awaited", .mistake("waits-for-both")) { limit, loop, operation in
        async let response = operation()
        async let timer: Void = loop.sleep(for: limit)
        let found = try await response
        try await timer
        return found
      },
      Deadline("a sleep first", .mistake("waits-for-both")) { limit, loop, operation in
        async let response = operation()
        try await loop.sleep(for: limit)
        return try await response
      },
      Deadline("a task that is awaited though cancelled too late", .mistake("waits-for-both")) {
        limit, loop, operation in
        let work = Task(executorPreference: loop) { try await operation() }
        try await loop.sleep(for: limit)
        work.cancel()
        do { return try await work.value } catch is CancellationError { throw TimedOut() }
      },
    ] { variant.check(DeadlineGrading.examine) }
  }

  func testADeadlineThatStartsTooLateIsFoundOut() {
    for variant in [
      Deadline("a group, as everybody writes it", .mistake("starts-too-late")) { limit, loop, operation in
        try await withThrowingTaskGroup(of: Response.self) { group in
          group.addTask { try await operation() }
          group.addTask {
            try await loop.sleep(for: limit)
            throw TimedOut()
          }
          defer { group.cancelAll() }
          return try await group.next()!
        }
      },
      Deadline("the operation gets a head start", .mistake("starts-too-late")) { limit, loop, operation in
        let work = Task(executorPreference: loop) { try await operation() }
        try await loop.sleep(for: .milliseconds(20))
        return try await race(work, until: loop.clock.now.advanced(by: limit), loop)
      },
      Deadline("after a yield, which lets the operation compute first", .mistake("starts-too-late")) {
        limit, loop, operation in
        let work = Task(executorPreference: loop) { try await operation() }
        for _ in 0..<3 { await Task.yield() }
        return try await race(work, until: loop.clock.now.advanced(by: limit), loop)
      },
      Deadline("one extension", .mistake("wrong-limit")) { limit, loop, operation in
        let work = Task(executorPreference: loop) { try await operation() }
        return try await race(work, until: loop.clock.now.advanced(by: limit * 2), loop)
      },
    ] { variant.check(DeadlineGrading.examine) }
  }

  func testATimeOutAlthoughTheResponseCameIsFoundOut() {
    for variant in [
      Deadline("the timer cancelled and taken for the deadline", .mistake("times-out-anyway")) {
        limit, loop, operation in
        try await withThrowingTaskGroup(of: Response?.self) { group in
          group.addTask { try await operation() }
          group.addTask {
            try? await loop.sleep(for: limit)
            return nil
          }
          var last: Response?
          for try await result in group {
            last = result
            group.cancelAll()
          }
          guard let last else { throw TimedOut() }
          return last
        }
      },
      Deadline("the deadline, whatever came", .mistake("times-out-anyway")) { limit, loop, operation in
        let work = Task(executorPreference: loop) { try await operation() }
        try await loop.sleep(for: limit)
        work.cancel()
        throw TimedOut()
      },
    ] { variant.check(DeadlineGrading.examine) }
  }

  func testSwallowingTheCallersCancellationIsFoundOut() {
    for variant in [
      Deadline("tasks of its own that are not told", .mistake("swallows-cancellation")) {
        limit, loop, operation in
        let work = Task(executorPreference: loop) { try await operation() }
        let timer = Task(executorPreference: loop) {
          try await loop.sleep(for: limit)
          work.cancel()
        }
        defer { timer.cancel() }
        do { return try await work.value } catch is CancellationError { throw TimedOut() }
      },
      Deadline("told as a time-out", .mistake("swallows-cancellation")) { limit, loop, operation in
        do {
          return try await DeadlineSolution.deadline(limit, on: loop, operation)
        } catch is CancellationError {
          throw TimedOut()
        }
      },
      Deadline("shielded by a task", .mistake("swallows-cancellation")) { limit, loop, operation in
        try await Task(executorPreference: loop) {
          try await DeadlineSolution.deadline(limit, on: loop, operation)
        }
        .value
      },
      Deadline("a sleep whose end is not asked for", .mistake("swallows-cancellation")) {
        limit, loop, operation in
        try await withThrowingTaskGroup(of: Response?.self) { group in
          group.addTask { try await operation() }
          group.addTask {
            try? await loop.sleep(for: limit)
            return nil
          }
          defer { group.cancelAll() }
          guard let response = try await group.next()! else { throw TimedOut() }
          return response
        }
      },
    ] { variant.check(DeadlineGrading.examine) }
  }

  func testOtherWrongAnswersGetTheirNames() {
    for variant in [
      Deadline("no deadline", .mistake("no-deadline")) {
        _, _, operation in
        try await operation()
      },
      Deadline("no operation", .mistake("never-runs-it")) { limit, loop, _ in
        try await loop.sleep(for: limit)
        throw TimedOut()
      },
      Deadline("the operation tried twice", .mistake("runs-it-twice")) { limit, loop, operation in
        _ = try await operation()
        return try await DeadlineSolution.deadline(limit, on: loop, operation)
      },
      Deadline("the wrong error", .mistake("throws-another-error")) {
        limit, loop, operation in
        do { return try await DeadlineSolution.deadline(limit, on: loop, operation) } catch is TimedOut {
          throw CancellationError()
        }
      },
      Deadline("half the time", .mistake("wrong-limit")) {
        limit, loop, operation in
        try await DeadlineSolution.deadline(limit * 0.8, on: loop, operation)
      },
      Deadline("every error is a time-out", .mistake("changes-the-error")) {
        limit, loop, operation in
        do {
          return try await DeadlineSolution.deadline(limit, on: loop, operation)
        } catch is CancellationError {
          throw CancellationError()
        } catch { throw TimedOut() }
      },
      Deadline("by the wall's clock", .mistake("leaves-the-loop")) { limit, loop, operation in
        try await withThrowingTaskGroup(of: Response.self) { group in
          group.addTask { try await operation() }
          group.addTask {
            try await Task.sleep(for: limit)
            throw TimedOut()
          }
          defer { group.cancelAll() }
          return try await group.next()!
        }
      },
    ] { variant.check(DeadlineGrading.examine) }
  }
}

private enum First: Sendable {
  case response(Response)
  case deadline
}

private actor Race {
  private var isOver = false

  var isFirst: Bool {
    defer { isOver = true }
    return !isOver
  }
}

/// Cancels a task at an instant, or with the caller.
private func race(
  _ work: Task<Response, any Error>, until end: LoopClock.Instant, _ loop: EventLoop
) async throws -> Response {
  let timer = Task(executorPreference: loop) {
    try await loop.sleep(until: end)
    work.cancel()
  }
  defer { timer.cancel() }
  return try await withTaskCancellationHandler {
    do { return try await work.value } catch is CancellationError {
      throw Task.isCancelled ? CancellationError() as any Error : TimedOut()
    }
  } onCancel: {
    work.cancel()
  }
}
