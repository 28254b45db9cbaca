// meant: an error leaves the place taken; expected verdict: wrong
// right: an error makes room like any other end.
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
    try await answer()
    if waiting.isEmpty { busy = false } else { waiting.removeFirst().resume() }
  }
}
