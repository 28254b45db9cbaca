// meant: an answer that fails is told as Refused, so that its own error is lost; expected verdict: wrong
// right: the answer's own error is thrown.
import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isBusy = false
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if isBusy {
      if queue.count >= most { throw Refused() }
      await withCheckedContinuation { queue.append($0) }
    }
    isBusy = true
    let isAnswered = await (try? answer()) != nil
    if queue.isEmpty { isBusy = false } else { queue.removeFirst().resume() }
    if !isAnswered { throw Refused() }
  }
}
