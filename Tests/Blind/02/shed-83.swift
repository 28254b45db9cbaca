// meant: numbered tickets as at a bakery, where the distance between the next ticket and the one being served says whether there is room, and each end calls the next number; expected verdict: right

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var nextTicket = 0
  private var nowServing = 0
  private var called: [Int: CheckedContinuation<Void, Never>] = [:]

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard nextTicket - nowServing <= most else { throw Refused() }
    let ticket = nextTicket
    nextTicket += 1
    if ticket != nowServing {
      await withCheckedContinuation { called[ticket] = $0 }
    }
    let result: Result<Void, any Error>
    do {
      try await answer()
      result = .success(())
    } catch {
      result = .failure(error)
    }
    nowServing += 1
    called.removeValue(forKey: nowServing)?.resume()
    try result.get()
  }
}
