// meant: a request that has waited keeps its waiting place until it is answered, so with most = 1 a third request that arrives while the second one is being answered (and nobody waits) is refused; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isAnswering = false
  private var waiting = 0
  private var line: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if isAnswering {
      try await serveAfterOthers(answer)
    } else {
      isAnswering = true
      try await serveNow(answer)
    }
  }

  private func serveAfterOthers(_ answer: @Sendable () async throws -> Void) async throws {
    guard waiting < most else { throw Refused() }
    waiting += 1
    defer { waiting -= 1 }
    await withCheckedContinuation { line.append($0) }
    try await serveNow(answer)
  }

  /// The server is handed on to the next in line, if there is one, and stays busy.
  private func serveNow(_ answer: @Sendable () async throws -> Void) async throws {
    defer {
      if line.isEmpty { isAnswering = false } else { line.removeFirst().resume() }
    }
    try await answer()
  }
}
