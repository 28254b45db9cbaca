import LessonKit

extension ShedGrading {
  static let mistakes = [unboundedLine, losesTheSlot, refusesTooEarly]

  private static let unboundedLine = Mistake<Function>(
    "unbounded-line",
    says: """
      You let every request wait. Under overload the line grows without end, and every request in it is answered too late. \
      Refuse those that there is no room for.
      """
  ) { UnboundedLine(atMost: $0) }

  private static let losesTheSlot = Mistake<Function>(
    "loses-the-slot",
    says: """
      A request that failed did not pass its turn on, so no other request is ever answered. Pass it on no matter how the answer \
      ends, for example with `defer`.
      """
  ) { LosesTheSlot(atMost: $0) }

  private static let refusesTooEarly = Mistake<Function>(
    "refuses-too-early",
    says: """
      You refuse a request while there is still room. The request that is being answered doesn't wait: `most` others may wait \
      besides it.
      """
  ) { RefusesTooEarly(atMost: $0) }

  private actor UnboundedLine: Shedding {
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(atMost most: Int) {}

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy { await withCheckedContinuation { line.append($0) } }
      isBusy = true
      defer { if line.isEmpty { isBusy = false } else { line.removeFirst().resume() } }
      try await answer()
    }
  }

  private actor LosesTheSlot: Shedding {
    private let most: Int
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(atMost most: Int) { self.most = most }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy {
        guard line.count < most else { throw Refused() }
        await withCheckedContinuation { line.append($0) }
      }
      isBusy = true
      // An error leaves here and never gets to the line that passes the turn on.
      try await answer()
      if line.isEmpty { isBusy = false } else { line.removeFirst().resume() }
    }
  }

  private actor RefusesTooEarly: Shedding {
    private let most: Int
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(atMost most: Int) { self.most = most }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy {
        // Counts the request that is being answered among those that wait.
        guard line.count + 1 < most else { throw Refused() }
        await withCheckedContinuation { line.append($0) }
      }
      isBusy = true
      defer { if line.isEmpty { isBusy = false } else { line.removeFirst().resume() } }
      try await answer()
    }
  }
}
