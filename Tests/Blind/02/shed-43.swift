// meant: keeps one state, idle or busy with a queue, and has functions to enter and to leave, with the outcome of the answer kept as a Result; expected verdict: right

import EventLoop
import LessonKit

actor Shed: Shedding {
  private enum State {
    case idle
    case busy([CheckedContinuation<Void, Never>])
  }

  let most: Int
  private var state = State.idle

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    try await enter()
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await answer())
    } catch {
      outcome = .failure(error)
    }
    leave()
    try outcome.get()
  }

  private func enter() async throws {
    switch state {
    case .idle:
      state = .busy([])
    case .busy(let queue) where queue.count >= most:
      throw Refused()
    case .busy(let queue):
      await withCheckedContinuation { state = .busy(queue + [$0]) }
    }
  }

  private func leave() {
    guard case .busy(let queue) = state, let next = queue.first else {
      state = .idle
      return
    }
    state = .busy(Array(queue.dropFirst()))
    next.resume()
  }
}
