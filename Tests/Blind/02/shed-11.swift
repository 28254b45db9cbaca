// meant: hands out tickets as a bakery does, and keeps the number that is being served; expected verdict: right

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var nextTicket = 0
  private var serving = 0
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard nextTicket - serving <= most else { throw Refused() }
    let ticket = nextTicket
    nextTicket += 1
    if ticket != serving {
      await withCheckedContinuation { waiting[ticket] = $0 }
    }
    defer {
      serving += 1
      waiting.removeValue(forKey: serving)?.resume()
    }
    try await answer()
  }
}
