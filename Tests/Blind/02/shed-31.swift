// meant: hands the server on only after an answer that succeeded, so one that throws keeps it busy for ever, seen where a request comes or waits after an answer that threw; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var busy = false
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if busy {
      if queue.count >= most { throw Refused() }
      await withCheckedContinuation { queue.append($0) }
    }
    busy = true
    try await answer()
    next()
  }

  private func next() {
    guard !queue.isEmpty else {
      busy = false
      return
    }
    queue.removeFirst().resume()
  }
}
