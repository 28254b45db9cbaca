extension Mistakes {
  /// A line with no end: nobody is refused, and everybody waits for ever longer.
  actor UnboundedLine: Shedding {
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

  /// Hands the turn over behind the answer, where an error does not come by.
  actor LosesTheSlot: Shedding {
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
      try await answer()
      if line.isEmpty { isBusy = false } else { line.removeFirst().resume() }
    }
  }

  /// Counts the one who is answered among those who wait.
  actor RefusesTooEarly: Shedding {
    private let most: Int
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(atMost most: Int) { self.most = most }

    func serve(_ answer: @Sendable () async throws -> Void) async throws {
      if isBusy {
        guard line.count + 1 < most else { throw Refused() }
        await withCheckedContinuation { line.append($0) }
      }
      isBusy = true
      defer { if line.isEmpty { isBusy = false } else { line.removeFirst().resume() } }
      try await answer()
    }
  }
}
