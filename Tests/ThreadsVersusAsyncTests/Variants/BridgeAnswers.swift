import Dispatch
import EventLoop
import LessonKit
import Synchronization

@testable import BridgeExercise

/// Answers to `bridge` as learners would write them, written without a look at its grading.
enum BridgeAnswers {
  typealias Function = @Sendable (OldService) async throws -> String
  private struct Failed: Error {}

  /// Right: a stream that ends after its first answer, and whose end ends the call.
  static func stream(_ service: OldService) async throws -> String {
    let answers = AsyncThrowingStream<String, any Error> { continuation in
      let call = service.start { answer in
        continuation.yield(with: answer)
        continuation.finish()
      }
      continuation.onTermination = { _ in call.cancel() }
    }
    for try await answer in answers { return answer }
    throw CancellationError()
  }

  /// Right: an atomic flag for the continuation; the call is ended also where the task was cancelled before it began.
  static func atomic(_ service: OldService) async throws -> String {
    let call = Mutex<OldCall?>(nil)
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let isResumed = Mutex(false)
        let started = service.start { answer in
          let isFirst = isResumed.withLock { isResumed in
            defer { isResumed = true }
            return !isResumed
          }
          if isFirst { continuation.resume(with: answer) }
        }
        call.withLock { $0 = started }
        if Task.isCancelled { started.cancel() }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  /// Right: Swift's own checked continuation, taken out of its box once.
  static func checked(_ service: OldService) async throws -> String {
    let call = Mutex<OldCall?>(nil)
    try Task.checkCancellation()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let box = Mutex<CheckedContinuation<String, any Error>?>(continuation)
        let started = service.start { answer in
          let taken = box.withLock { box in
            defer { box = nil }
            return box
          }
          taken?.resume(with: answer)
        }
        call.withLock { $0 = started }
        if Task.isCancelled { started.cancel() }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  /// Wrong: every call-back resumes.
  static func unguarded(_ service: OldService) async throws -> String {
    let call = Mutex<OldCall?>(nil)
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let started = service.start { continuation.resume(with: $0) }
        call.withLock { $0 = started }
        if Task.isCancelled { started.cancel() }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  /// Wrong: cancellation isn't heard at all.
  static func deaf(_ service: OldService) async throws -> String {
    try await service.withContinuation { continuation in
      let isResumed = Mutex(false)
      service.start { answer in
        let isFirst = isResumed.withLock { isResumed in
          defer { isResumed = true }
          return !isResumed
        }
        if isFirst { continuation.resume(with: answer) }
      }
    }
  }

  /// Wrong: cancellation is looked at when the answer is there.
  static func late(_ service: OldService) async throws -> String {
    let answer = try await deaf(service)
    try Task.checkCancellation()
    return answer
  }

  /// Wrong: a cancelled task resumes at once, and the call runs on.
  static func runsOn(_ service: OldService) async throws -> String {
    let box = Mutex<(continuation: OldContinuation?, isOver: Bool)>((nil, false))
    @Sendable func resume(_ answer: OldService.Answer) {
      let taken = box.withLock { box -> OldContinuation? in
        defer { box = (nil, true) }
        return box.continuation
      }
      taken?.resume(with: answer)
    }
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let isOver = box.withLock { box in
          if !box.isOver { box.continuation = continuation }
          return box.isOver
        }
        if isOver { return continuation.resume(with: .failure(CancellationError())) }
        service.start(resume)
      }
    } onCancel: {
      resume(.failure(CancellationError()))
    }
  }

  /// Wrong: every error becomes one of the learner's own.
  static func renamed(_ service: OldService) async throws -> String {
    do { return try await atomic(service) } catch { throw Failed() }
  }

  /// Wrong: an error, and the service is called once more.
  static func again(_ service: OldService) async throws -> String {
    do { return try await atomic(service) } catch is OldService.ConnectionLost {
      return try await atomic(service)
    }
  }

  /// Wrong: a semaphore keeps the loop's thread until the service calls back.
  static func semaphore(_ service: OldService) async throws -> String {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<OldService.Answer?>(nil)
    service.start { answer in
      result.withLock { $0 = answer }
      done.signal()
    }
    Self.wait(done)
    return try result.withLock { $0 }!.get()
  }
  private static func wait(_ semaphore: DispatchSemaphore) { semaphore.wait() }

  /// Wrong: the call that keeps the thread.
  static func waits(_ service: OldService) async throws -> String { try service.waitForAnswer() }

  /// Wrong: looks for the answer every millisecond, by the real clock.
  static func polls(_ service: OldService) async throws -> String {
    let result = Mutex<OldService.Answer?>(nil)
    let call = service.start { answer in result.withLock { $0 = $0 ?? answer } }
    while true {
      if let answer = result.withLock({ $0 }) { return try answer.get() }
      if Task.isCancelled { call.cancel() }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  /// Wrong: looks for the answer every millisecond, by the loop's clock.
  static func looks(_ service: OldService) async throws -> String {
    let result = Mutex<OldService.Answer?>(nil)
    let call = service.start { answer in result.withLock { $0 = $0 ?? answer } }
    while true {
      if let answer = result.withLock({ $0 }) { return try answer.get() }
      do { try await service.probe.loop.sleep(for: .milliseconds(1)) } catch {
        call.cancel()
        throw error
      }
    }
  }

  /// Right: something else sleeps beside it, and is ended once the answer is there.
  static func sleepsBeside(_ service: OldService) async throws -> String {
    async let _: Void = service.probe.loop.sleep(for: .milliseconds(500))
    return try await atomic(service)
  }

  /// Wrong: sleeps for a moment once the answer is there.
  static func sleepsAfter(_ service: OldService) async throws -> String {
    let answer = try await atomic(service)
    try await service.probe.loop.sleep(for: .milliseconds(1))
    return answer
  }

  /// Wrong: the continuation resumes with the first call-back's answer before it has come.
  static func early(_ service: OldService) async throws -> String {
    let result = Mutex<String>("")
    return try await service.withContinuation { continuation in
      service.start { answer in result.withLock { $0 = (try? answer.get()) ?? "" } }
      continuation.resume(with: .success(result.withLock { $0 }))
    }
  }

  /// Wrong: an unstructured task does it; what cancels the caller doesn't reach it.
  static func unstructured(_ service: OldService) async throws -> String {
    try await Task { try await atomic(service) }.value
  }

  /// Wrong: the handler finds no call if it runs before there is one.
  static func forgets(_ service: OldService) async throws -> String {
    let call = Mutex<OldCall?>(nil)
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let box = Mutex<OldContinuation?>(continuation)
        let started = service.start { answer in
          let taken = box.withLock { box in
            defer { box = nil }
            return box
          }
          taken?.resume(with: answer)
        }
        call.withLock { $0 = started }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  /// Right: the same, but a task that is cancelled before doesn't get there.
  static func asksFirst(_ service: OldService) async throws -> String {
    try Task.checkCancellation()
    return try await forgets(service)
  }

  /// Wrong: asks whether it is cancelled before the call, and never again.
  static func asksOnce(_ service: OldService) async throws -> String {
    try Task.checkCancellation()
    return try await deaf(service)
  }

  /// Wrong: a task that is cancelled before starts the call, and returns without ending it.
  static func begins(_ service: OldService) async throws -> String {
    let call = Mutex<OldCall?>(nil)
    let box = Mutex<OldContinuation?>(nil)
    @Sendable func resume(_ answer: OldService.Answer) {
      let taken = box.withLock { box in
        defer { box = nil }
        return box
      }
      taken?.resume(with: answer)
    }
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        box.withLock { $0 = continuation }
        let started = service.start(resume)
        call.withLock { $0 = started }
        if Task.isCancelled { resume(.failure(CancellationError())) }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  static let right: [(String, Function)] = [
    ("a stream", stream), ("an atomic flag", atomic), ("a checked continuation", checked),
    ("asks before", asksFirst), ("an alarm beside it", sleepsBeside),
  ]
  static let wrong: [(String, String, Function)] = [
    ("every call-back resumes", "resumed-twice", unguarded),
    ("cancellation isn't heard", "ignores-cancellation", deaf),
    ("cancellation is looked at afterwards", "ignores-cancellation", late),
    ("the call runs on", "call-runs-on", runsOn),
    ("another error", "changes-the-error", renamed), ("called again after an error", "calls-twice", again),
    ("a semaphore", "blocks-the-loop", semaphore),
    ("keeps the thread", "blocks-the-loop", waits), ("polls by the real clock", "call-runs-on", polls),
    ("polls by the loop's clock", "returns-late", looks),
    ("sleeps after it", "returns-late", sleepsAfter), ("resumes too early", "returns-early", early),
    ("an unstructured task", "ignores-cancellation", unstructured),
    ("no call yet", "forgets-an-early-cancellation", forgets), ("asks once", "asks-only-before", asksOnce),
    ("begins all the same", "begins-a-cancelled-call", begins),
    ("a constant", "never-calls", { _ in "paid" }),
  ]
}
