// meant: numbers the requests like the tickets at a counter and keeps no flag and no queue, only the next number, the number being served and the continuations by number; expected verdict: right

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var nextTicket = 0
  private var nowServing = 0
  private var seats: [Int: CheckedContinuation<Void, Never>] = [:]

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    let ticket = nextTicket
    // So many are ahead, including the one at the counter.
    let ahead = ticket - nowServing
    if ahead > most { throw Refused() }
    nextTicket += 1
    if ahead > 0 { await withCheckedContinuation { seats[ticket] = $0 } }
    let result: Result<Void, any Error>
    do { result = .success(try await answer()) } catch { result = .failure(error) }
    nowServing += 1
    seats.removeValue(forKey: nowServing)?.resume()
    try result.get()
  }
}
