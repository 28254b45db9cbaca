// meant: hands the place over to the first that waits, in a defer; expected verdict: right
// right: -
import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var inside = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard inside <= most else { throw Refused() }
    inside += 1
    if inside > 1 { await withCheckedContinuation { waiting.append($0) } }
    defer {
      inside -= 1
      if !waiting.isEmpty { waiting.removeFirst().resume() }
    }
    try await answer()
  }
}
