// meant: gives each request a ticket, and lets it begin when as many have ended as came before it; expected verdict: right

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var admitted = 0
  private var ended = 0
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    // Those inside are the one that is being answered and those who wait.
    let inside = admitted - ended
    guard inside <= most else { throw Refused() }

    let ticket = admitted
    admitted += 1
    if ticket != ended {
      await withCheckedContinuation { waiting[ticket] = $0 }
    }

    defer {
      ended += 1
      waiting.removeValue(forKey: ended)?.resume()
    }
    try await answer()
  }
}
