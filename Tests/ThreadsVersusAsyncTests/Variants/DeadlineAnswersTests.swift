import EventLoop
import LessonKit
import Platform
import TestSupport
import XCTest

@testable import DeadlineExercise

/// More answers to `deadline`, written down before the grader had seen any of them.
final class DeadlineAnswersTests: XCTestCase {
  private typealias Deadline = Variant<DeadlineGrading.Function>

  private enum First: Sendable {
    case response(Response)
    case timeOut
  }

  private struct OwnError: Error {}

  /// Cancels the operation at the deadline, and lets its end decide.
  private nonisolated(nonsending) static func heedingTheLoser(
    _ limit: Duration, _ loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response,
    _ decide: @Sendable (Result<Response, any Error>, _ isLate: Bool) throws -> Response
  ) async throws -> Response {
    let end = loop.clock.now.advanced(by: limit)
    let work = Task(executorPreference: loop) { try await operation() }
    let timer = Task(executorPreference: loop) {
      try await loop.sleep(until: end)
      work.cancel()
    }
    let result = await withTaskCancellationHandler {
      await work.result
    } onCancel: {
      work.cancel()
      timer.cancel()
    }
    timer.cancel()
    let isLate = (try? await timer.value) != nil
    try Task.checkCancellation()
    do { return try decide(result, isLate) } catch is CancellationError { throw TimedOut() }
  }

  func testRightAnswersPass() {
    for variant in [
      Deadline("lets the timer decide, and then waits for the operation", .passes) { limit, loop, operation in
        try await Self.heedingTheLoser(limit, loop, operation) { result, isLate in
          if isLate { throw TimedOut() }
          return try result.get()
        }
      },
      Deadline("a group over a sum", .passes) { limit, loop, operation in
        let end = loop.clock.now.advanced(by: limit)
        return try await withThrowingTaskGroup(of: First.self) { group in
          group.addTask {
            try await loop.sleep(until: end)
            return .timeOut
          }
          group.addTask { .response(try await operation()) }
          let first = try await group.next()!
          group.cancelAll()
          switch first {
          case .response(let response): return response
          case .timeOut: throw TimedOut()
          }
        }
      },
      Deadline("async let operation beside a child that cancels", .passes) { limit, loop, operation in
        let end = loop.clock.now.advanced(by: limit)
        let work = Task(executorPreference: loop) { try await operation() }
        let timer = Task(executorPreference: loop) {
          try await loop.sleep(until: end)
          work.cancel()
          return true
        }
        let result = await withTaskCancellationHandler {
          await work.result
        } onCancel: {
          work.cancel()
        }
        timer.cancel()
        let isLate = (try? await timer.value) ?? false
        try Task.checkCancellation()
        if isLate { throw TimedOut() }
        return try result.get()
      },
      Deadline("a time-out that was seen by comparing the clock", .passes) { limit, loop, operation in
        let end = loop.clock.now.advanced(by: limit)
        return try await withThrowingTaskGroup(of: Response?.self) { group in
          group.addTask { try await operation() }
          group.addTask {
            try await loop.sleep(until: end)
            return nil
          }
          for try await response in group {
            group.cancelAll()
            if let response { return response }
            throw TimedOut()
          }
          throw TimedOut()
        }
      },
    ] { variant.check(DeadlineGrading.examine) }
  }

  func testWrongAnswersGetTheirNames() {
    for variant in [
      Deadline("nobody cancels", .mistake("waits-for-both")) { limit, loop, operation in
        try await withThrowingTaskGroup(of: Response?.self) { group in
          group.addTask { try await operation() }
          group.addTask {
            try await loop.sleep(for: limit)
            return nil
          }
          guard let response = try await group.next()! else { throw TimedOut() }
          return response
        }
      },
      Deadline("a task in a child", .mistake("shields-the-operation")) { limit, loop, operation in
        try await withThrowingTaskGroup(of: Response.self) { group in
          group.addTask { try await Task(executorPreference: loop) { try await operation() }.value }
          group.addTask {
            try await loop.sleep(for: limit)
            throw TimedOut()
          }
          defer { group.cancelAll() }
          return try await group.next()!
        }
      },
      Deadline("a tenth of a second, whatever the limit", .mistake("wrong-limit")) { _, loop, operation in
        try await DeadlineSolution.deadline(.milliseconds(100), on: loop, operation)
      },
      // A group that is left by an error cancels its children.
      Deadline(
        "cancelled only when there is a response, the time counted from the sleep",
        .mistake("starts-too-late")
      ) {
        limit, loop, operation in
        try await withThrowingTaskGroup(of: Response.self) { group in
          group.addTask { try await operation() }
          group.addTask {
            try await loop.sleep(for: limit)
            throw TimedOut()
          }
          let response = try await group.next()!
          group.cancelAll()
          return response
        }
      },
      Deadline("a bit of grace", .mistake("starts-too-late")) { limit, loop, operation in
        try await DeadlineSolution.deadline(limit + .milliseconds(10), on: loop, operation)
      },
      Deadline("looks every five milliseconds", .mistake("guesses-the-time")) { limit, loop, operation in
        let box = Guarded<Result<Response, any Error>?>(nil)
        let end = loop.clock.now.advanced(by: limit)
        let work = Task(executorPreference: loop) {
          do {
            let response = try await operation()
            box.withLock { $0 = .success(response) }
          } catch { box.withLock { $0 = .failure(error) } }
        }
        while loop.clock.now < end {
          if let result = box.withLock({ $0 }) { return try result.get() }
          try await loop.sleep(for: .milliseconds(5))
        }
        work.cancel()
        throw TimedOut()
      },
      Deadline("yields until the response is there", .mistake("polls")) { limit, loop, operation in
        let box = Guarded<Response?>(nil)
        Task(executorPreference: loop) {
          let response = try await operation()
          box.withLock { $0 = response }
        }
        let end = loop.clock.now.advanced(by: limit)
        while loop.clock.now < end {
          if let response = box.withLock({ $0 }) { return response }
          await Task.yield()
        }
        throw TimedOut()
      },
      Deadline("a failure is a time-out", .mistake("changes-the-error")) { limit, loop, operation in
        guard let response = try? await DeadlineSolution.deadline(limit, on: loop, operation) else {
          throw TimedOut()
        }
        return response
      },
      Deadline("an error of its own at the deadline", .mistake("throws-another-error")) {
        limit, loop, operation in
        do { return try await DeadlineSolution.deadline(limit, on: loop, operation) } catch is TimedOut {
          throw OwnError()
        }
      },
      Deadline("the operation as a child, and a timer that cancels it", .mistake("heeds-the-loser")) {
        limit, loop, operation in
        let end = loop.clock.now.advanced(by: limit)
        let work = Task(executorPreference: loop) { try await operation() }
        let timer = Task(executorPreference: loop) {
          try await loop.sleep(until: end)
          work.cancel()
        }
        return try await withTaskCancellationHandler {
          do {
            let response = try await work.value
            timer.cancel()
            return response
          } catch let error as CancellationError {
            timer.cancel()
            throw Task.isCancelled ? error as any Error : TimedOut()
          } catch {
            timer.cancel()
            throw error
          }
        } onCancel: {
          work.cancel()
          timer.cancel()
        }
      },
      Deadline("what the cancelled operation returns", .mistake("heeds-the-loser")) {
        limit, loop, operation in
        try await Self.heedingTheLoser(limit, loop, operation) { result, _ in try result.get() }
      },
      Deadline("an error that the cancelled operation throws", .mistake("heeds-the-loser")) {
        limit, loop, operation in
        try await Self.heedingTheLoser(limit, loop, operation) { result, isLate in
          guard isLate else { return try result.get() }
          do { _ = try result.get() } catch  where !(error is CancellationError) { throw error } catch {}
          throw TimedOut()
        }
      },
      Deadline("a constant", .mistake("never-runs-it")) { _, _, _ in Response(greeting: "Hello", courses: [])
      },
      Deadline("throws at once", .mistake("never-runs-it")) { _, _, _ in throw TimedOut() },
      Deadline("again after a failure", .mistake("runs-it-twice")) { limit, loop, operation in
        do { return try await DeadlineSolution.deadline(limit, on: loop, operation) } catch is Probe
          .Unavailable
        {
          return try await operation()
        }
      },
      Deadline("sleep, then the operation", .mistake("delays-the-operation")) { limit, loop, operation in
        try await loop.sleep(for: limit)
        return try await operation()
      },
      Deadline("a plain task for the operation", .mistake("leaves-the-loop")) { limit, loop, operation in
        try await DeadlineSolution.deadline(limit, on: loop) {
          try await Task { try await operation() }.value
        }
      },
      Deadline("the response of the last call", .mistake("makes-a-response-up")) { limit, loop, operation in
        do { return try await DeadlineSolution.deadline(limit, on: loop, operation) } catch is TimedOut {
          return Response(greeting: "Please wait", courses: [])
        }
      },
    ] { variant.check(DeadlineGrading.examine) }
  }
  /// One who takes every error for the deadline takes a cancellation for it as well.
  func testASecondFaultIsMentioned() {
    let finding = DeadlineGrading.examine { limit, loop, operation in
      let winner = await withTaskGroup(of: Response?.self) { group in
        group.addTask { try? await operation() }
        group.addTask {
          try? await loop.sleep(for: limit)
          return nil
        }
        defer { group.cancelAll() }
        return await group.next() ?? nil
      }
      guard let winner else { throw TimedOut() }
      return winner
    }
    guard case .mistake("changes-the-error", let detail) = finding.outcome else {
      return XCTFail("\(finding.outcome)")
    }
    XCTAssertTrue(
      detail.contains("One more thing: cancelled after 40 ms yourself, you threw TimedOut() after 40 ms."),
      detail)
  }

  func testAnErrorThatIsTheOnlyFaultIsAllThatIsSaid() {
    let finding = DeadlineGrading.examine { limit, loop, operation in
      do { return try await DeadlineSolution.deadline(limit, on: loop, operation) } catch is Probe.Unavailable
      {
        throw TimedOut()
      }
    }
    guard case .mistake("changes-the-error", let detail) = finding.outcome else {
      return XCTFail("\(finding.outcome)")
    }
    XCTAssertFalse(detail.contains("One more thing"), detail)
  }
}
