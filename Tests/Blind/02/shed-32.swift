// meant: is free for a moment between waking the next request and its going on, so a newcomer gets in ahead and the one that was woken goes to the back, seen where a request arrives at the very moment at which another ends and a third waits; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var answering = false
  private var sleepers: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if answering && sleepers.count >= most {
      throw Refused()
    }
    // After an await everything may have changed, so look again.
    while answering {
      await withCheckedContinuation { continuation in
        sleepers.append(continuation)
      }
    }
    answering = true
    defer {
      answering = false
      if !sleepers.isEmpty {
        let first = sleepers.removeFirst()
        first.resume()
      }
    }
    try await answer()
  }
}
