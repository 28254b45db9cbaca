// meant: a small state machine under one lock: the call, whether it is cancelled, and whether it is answered; expected verdict: right

import EventLoop
import LessonKit
import Synchronization

private final class Conversation: Sendable {
  private struct State {
    var call: OldCall?
    var isCancelled = false
    var isAnswered = false
  }

  private let state = Mutex(State())

  func hears(_ answer: OldService.Answer, for continuation: OldContinuation) {
    let isFirst = state.withLock { state in
      defer { state.isAnswered = true }
      return !state.isAnswered
    }
    if isFirst { continuation.resume(with: answer) }
  }

  func begins(_ call: OldCall) {
    let isCancelled = state.withLock { state in
      state.call = call
      return state.isCancelled
    }
    if isCancelled { call.cancel() }
  }

  func cancel() {
    let call = state.withLock { state in
      state.isCancelled = true
      return state.call
    }
    call?.cancel()
  }
}

func bridge(_ service: OldService) async throws -> String {
  let conversation = Conversation()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      conversation.begins(service.start { conversation.hears($0, for: continuation) })
    }
  } onCancel: {
    conversation.cancel()
  }
}
