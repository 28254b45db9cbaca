import EventLoop
import LessonKit
import Platform

extension BridgeGrading {
  static let mistakes = [
    neverOnError, resumesTwice, blocksTheLoop, ignoresCancellation, neverResumed, neverWhenCancelled,
    callRunsOn,
    callsTwice, neverCalls, returnsEarly, blocksAnotherThread, losesTheError, changesTheError,
    losesTheCancellation, changesTheAnswer, inventsAnError,
    forgetsAnEarlyOne, asksOnlyBefore, beginsACancelledCall, returnsLate,
  ]

  private static let returnsLate = Mistake<Function>(
    "returns-late",
    says: """
      The answer is there, and your task sleeps on. To look again and again, or to sleep for as long as it should take, is either late or too \
      much work. Let the callback itself wake you: it resumes a continuation, or finishes a stream.
      """,
    hint: "The callback has been called. What does it do that lets your task go on at once?"
  ) { service in
    let box = Guarded<OldService.Answer?>(nil)
    let call = service.start { answer in box.withLock { $0 = answer } }
    while box.withLock({ $0 == nil }) {
      do { try await service.probe.loop.sleep(for: .milliseconds(1)) } catch {
        call.cancel()
        throw error
      }
    }
    return try box.withLock { $0! }.get()
  }

  private static let neverOnError = Mistake<Function>(
    "never-resumed-on-error",
    says: """
      When the service fails, you never resume. Your task then waits for ever, and so does every task that awaits it. Every \
      path through the callback has to resume.
      """,
    hint: "The service calls back with a failure. Which of your lines resumes then?"
  ) { service in
    let isFirst = Guarded(true)
    return try await cancellable(service) { answer, continuation in
      if case .failure(let error) = answer, !(error is CancellationError) { return }
      if take(isFirst) { continuation.resume(with: answer) }
    }
  }

  private static let resumesTwice = Mistake<Function>(
    "resumed-twice",
    says: """
      You resume the continuation more than once. A second time ends the program (`CheckedContinuation`) or corrupts it \
      (`UnsafeContinuation`). The service may call back twice, and a cancellation may come on top: wherever you resume, ask first whether it \
      has been done.
      """,
    hint: "The service calls back a second time. What does your code find where the continuation was?"
  ) { service in
    try await cancellable(service) { answer, continuation in continuation.resume(with: answer) }
  }

  private static let blocksTheLoop = Mistake<Function>(
    "blocks-the-loop",
    says: """
      You wait and keep the thread, as with a semaphore. It is the event loop's only thread: until the answer is there, no other \
      task runs, and a callback that needs the loop would never come. Suspend instead, with a continuation.
      """,
    hint: "While you wait, what could the loop's thread be doing? What would give it back?"
  ) { service in
    try service.waitForAnswer()
  }

  private static let ignoresCancellation = Mistake<Function>(
    "ignores-cancellation",
    says: """
      Your task was cancelled, and went on waiting for an answer that is no longer wanted. A continuation knows nothing of \
      cancellation: end the call in a cancellation handler.
      """,
    hint: "Your task is cancelled at 40 ms. Which of your lines runs at that moment?"
  ) { service in
    let isFirst = Guarded(true)
    return try await service.withContinuation { continuation in
      service.start { if take(isFirst) { continuation.resume(with: $0) } }
    }
  }

  private static let neverResumed = Mistake<Function>(
    "never-resumed",
    says: """
      The service has answered, and you never resume your task: it waits for ever. Call `continuation.resume(with: answer)` in the \
      callback.
      """,
    hint: "The callback has been called. Which line in it wakes your task?"
  ) { service in
    try await cancellable(service) { answer, continuation in
      if case .success = answer { return }
      continuation.resume(with: answer)
    }
  }

  private static let neverWhenCancelled = Mistake<Function>(
    "never-resumed-when-cancelled",
    says: """
      When your task is cancelled, you never resume it, and it waits for ever. Every path resumes, this one too: with a \
      `CancellationError`, or by ending the call, which then calls back with one.
      """,
    hint: "After the call was cancelled, who resumes your task?"
  ) { service in
    let isFirst = Guarded(true)
    return try await cancellable(service) { answer, continuation in
      if case .failure(let error) = answer, error is CancellationError { return }
      if take(isFirst) { continuation.resume(with: answer) }
    }
  }

  private static let callRunsOn = Mistake<Function>(
    "call-runs-on",
    says: """
      You stop waiting when you are cancelled, but the service works on for an answer that is no longer needed. End the call, too: \
      `start` returns it, and it has `cancel()`.
      """,
    hint: "Your handler runs. Does it hold what `start` returned?"
  ) { service in
    let waiting = Guarded<(continuation: OldContinuation?, isOver: Bool)>((nil, false))
    @Sendable func resume(_ answer: OldService.Answer) {
      waiting.withLock { waiting in
        defer { waiting = (nil, true) }
        return waiting.continuation
      }?.resume(with: answer)
    }
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let isOver = waiting.withLock { waiting in
          if !waiting.isOver { waiting.continuation = continuation }
          return waiting.isOver
        }
        if isOver { continuation.resume(with: .failure(CancellationError())) } else { service.start(resume) }
      }
    } onCancel: {
      resume(.failure(CancellationError()))
    }
  }

  private static let callsTwice = Mistake<Function>(
    "calls-twice",
    says: """
      You start the service's call more than once. Each is a call of its own: a payment made twice. Start it once; `start` gives you \
      the call that you can cancel, and an error is an answer, too.
      """,
    hint: "Search your code for `start`. Can one request get there twice, for example after an error?"
  ) { service in
    service.start { _ in }
    return try await solution(service)
  }

  private static let neverCalls = Mistake<Function>(
    "never-calls",
    says: """
      You return without asking the service. What you return has to be the answer that it calls back with: call `start`, and \
      suspend until it does.
      """,
    hint: "Search your code for `start`. Which path gets past it?"
  ) { _ in "paid" }

  private static let returnsEarly = Mistake<Function>(
    "returns-early",
    says: """
      You go on before the service has answered. `start` returns at once, and the answer comes later, in the callback. Resume there, \
      and nowhere before.
      """,
    hint: "`start` has returned. What do you have in your hands: the answer, or a call under way?"
  ) { service in
    service.start { _ in }
    return "paid"
  }

  private static let blocksAnotherThread = Mistake<Function>(
    "blocks-another-thread",
    says: """
      The loop is free, but another thread is kept waiting instead: a detached task takes one of Swift's pool, which has as many as \
      there are cores. No thread has to wait for a callback. Suspend with a continuation.
      """,
    hint: "A hundred such calls wait at once. How many threads do you need?"
  ) { service in
    try await Task.detached { try service.waitForAnswer() }.value
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      The service failed, and you return as if it had answered. The caller believes that all is well. Resume with the answer as it \
      is: `resume(with:)` throws where it is a failure.
      """,
    hint: "What do you resume with when the callback gets a failure?"
  ) { service in
    do { return try await solution(service) } catch is OldService.ConnectionLost { return "" }
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      You throw another error than you should, so the caller can't tell what has gone wrong. Throw the service's own error as it \
      is; and a `CancellationError` if your task was cancelled.
      """,
    hint: "Print the failure in the callback, and what you throw. Which line is between them?"
  ) { service in
    do { return try await solution(service) } catch is OldService.ConnectionLost { throw CancellationError() }
  }

  private static let losesTheCancellation = Mistake<Function>(
    "loses-the-cancellation",
    says: """
      Your task was cancelled, and you return an answer that the service never gave. The caller that cancelled you and waits can't tell it from \
      a real one. Throw a `CancellationError`.
      """,
    hint: "What do you resume with in your cancellation handler?"
  ) { service in
    do { return try await solution(service) } catch is CancellationError { return "" }
  }

  private static let changesTheAnswer = Mistake<Function>(
    "changes-the-answer",
    says: """
      The service answered, and you return something else. Resume with the answer that the callback was given, and return what \
      `withContinuation` returns.
      """,
    hint: "Print what the callback was given, and what you return."
  ) { service in
    try await solution(service).uppercased()
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      The service answered, and you threw an error. Throw only the service's own error, or a `CancellationError` if your task was \
      cancelled.
      """,
    hint: "Which of your lines throws after the service has answered?"
  ) { service in
    _ = try await solution(service)
    throw OldService.ConnectionLost()
  }

  private static let forgetsAnEarlyOne = Mistake<Function>(
    "forgets-an-early-cancellation",
    says: """
      A cancellation that comes too early is forgotten. `onCancel` runs at once if the task is cancelled already, before there is a call to \
      end or a continuation to resume, and it doesn't run again. Remember under the lock that it has been there, and look at that when you \
      store what it did not find.
      """,
    hint: "Your task is cancelled before it begins. What does your handler find, and who acts on it later?"
  ) { service in
    let isFirst = Guarded(true)
    let call = Guarded<OldCall?>(nil)
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let started = service.start { if take(isFirst) { continuation.resume(with: $0) } }
        call.withLock { $0 = started }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  private static let asksOnlyBefore = Mistake<Function>(
    "asks-only-before",
    says: """
      You ask whether your task is cancelled before the call, and never again. While it waits, no line of yours runs that could ask. Let \
      yourself be told: the handler of `withTaskCancellationHandler` runs at the moment of the cancellation, and can end the call.
      """,
    hint:
      "Your task is cancelled at 20 ms, in the midst of its wait. Which of your lines runs at that moment?"
  ) { service in
    try Task.checkCancellation()
    let isFirst = Guarded(true)
    return try await service.withContinuation { continuation in
      service.start { if take(isFirst) { continuation.resume(with: $0) } }
    }
  }

  private static let beginsACancelledCall = Mistake<Function>(
    "begins-a-cancelled-call",
    says: """
      Your task is cancelled before it begins, and you start the call all the same, and let it run on when you return. The handler has been there \
      already, and found no call: it won't run again. Look whether you are cancelled before you start, or end the call just after.
      """,
    hint:
      "Your handler runs before there is a call. Which of your lines ends the call that is started afterwards?"
  ) { service in
    struct State {
      var continuation: OldContinuation?
      var call: OldCall?
      var isOver = false
    }
    let state = Guarded(State())
    @Sendable func resume(_ answer: OldService.Answer) {
      state.withLock { state in
        defer { (state.continuation, state.isOver) = (nil, true) }
        return state.continuation
      }?.resume(with: answer)
    }
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let isOver = state.withLock { state in
          if !state.isOver { state.continuation = continuation }
          return state.isOver
        }
        if isOver { continuation.resume(with: .failure(CancellationError())) }
        let call = service.start(resume)
        state.withLock { $0.call = call }
      }
    } onCancel: {
      state.withLock { $0.call }?.cancel()
      resume(.failure(CancellationError()))
    }
  }

  /// Starts a call that ends when the task is cancelled.
  private static func cancellable(
    _ service: OldService,
    _ callback: @escaping @Sendable (OldService.Answer, OldContinuation) -> Void
  ) async throws -> String {
    let call = Guarded<OldCall?>(nil)
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let started = service.start { callback($0, continuation) }
        call.withLock { $0 = started }
        if Task.isCancelled { started.cancel() }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  /// Whether it is the first time.
  private static func take(_ isFirst: Guarded<Bool>) -> Bool {
    isFirst.withLock { isFirst in
      defer { isFirst = false }
      return isFirst
    }
  }
}
