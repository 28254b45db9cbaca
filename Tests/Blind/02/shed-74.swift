// meant: gives out numbered tickets, compares the next ticket with the one now served to see whether there is room, and wakes the holder of the next number; expected verdict: right

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var nextTicket = 0
  private var nowServing = 0
  private var seats: [Int: CheckedContinuation<Void, Never>] = [:]

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard nextTicket - nowServing <= most else { throw Refused() }
    let ticket = nextTicket
    nextTicket += 1
    if ticket > nowServing {
      await withCheckedContinuation { seats[ticket] = $0 }
    }
    defer {
      nowServing += 1
      seats.removeValue(forKey: nowServing)?.resume()
    }
    try await answer()
  }
}
