// meant: a request that has waited gives its waiting place back only when its own answer is done, so it takes up room in the line while it is being answered; seen with most = 1 when request 1 has ended, request 2 (which waited) is being answered and request 3 arrives (refused although nobody waits); expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var waiting = 0
  private var isAnswering = false
  private var tickets: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextTicket = 0
  private var nowServing = 0

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard isAnswering else {
      isAnswering = true
      try await finish(answer)
      return
    }

    guard waiting < most else { throw Refused() }
    waiting += 1
    defer { waiting -= 1 }
    let ticket = nextTicket
    nextTicket += 1
    await withCheckedContinuation { tickets[ticket] = $0 }
    try await finish(answer)
  }

  private func finish(_ answer: @Sendable () async throws -> Void) async throws {
    defer { callNext() }
    try await answer()
  }

  private func callNext() {
    if let next = tickets.removeValue(forKey: nowServing) {
      nowServing += 1
      next.resume()
    } else {
      isAnswering = false
    }
  }
}
