// meant: the queue is served newest first; expected verdict: wrong
// right: first come, first served.
import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var busy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if busy {
      guard waiting.count < most else { throw Refused() }
      await withCheckedContinuation { waiting.append($0) }
    }
    busy = true
    defer { if let next = waiting.popLast() { next.resume() } else { busy = false } }
    try await answer()
  }
}
