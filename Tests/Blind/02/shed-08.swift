// meant: right, with numbered tickets: those that wait stand in a dictionary, by their number; expected verdict: right
import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var lastTicket = 0
  private var served = 0
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    let inside = lastTicket - served
    guard inside <= most else { throw Refused() }
    lastTicket += 1
    let mine = lastTicket
    if mine > served + 1 {
      await withCheckedContinuation { waiting[mine] = $0 }
    }
    defer {
      served += 1
      waiting.removeValue(forKey: served + 1)?.resume()
    }
    try await answer()
  }
}
