// meant: passes the turn on only after an answer that succeeds, so after one that throws the server stays busy and those who wait, or come later, are never answered; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  var answering = false
  var line: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if answering {
      if line.count >= most { throw Refused() }
      await withCheckedContinuation { continuation in
        line.append(continuation)
      }
    }
    answering = true

    try await answer()

    if let next = line.first {
      line.removeFirst()
      next.resume()
    } else {
      answering = false
    }
  }
}
