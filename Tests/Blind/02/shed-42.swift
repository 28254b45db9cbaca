// meant: goes on with the request that came last instead of the one that came first, seen where two or more wait; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var free = true
  private var waiters = [CheckedContinuation<Void, Never>]()

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if free {
      free = false
    } else if waiters.count < most {
      await withCheckedContinuation { waiters.append($0) }
    } else {
      throw Refused()
    }

    do {
      try await answer()
      release()
    } catch {
      release()
      throw error
    }
  }

  private func release() {
    if let waiter = waiters.popLast() {
      waiter.resume()
    } else {
      free = true
    }
  }
}
