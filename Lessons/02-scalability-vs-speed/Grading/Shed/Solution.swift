enum ShedSolution {
  /// A request passes its turn to the first in line, no matter how it ends.
  actor Shed: Shedding {
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
      defer { leave() }
      try await answer()
    }

    private func leave() {
      // The turn is passed on, not given up: a request that arrives meanwhile must not find it free.
      if line.isEmpty { isBusy = false } else { line.removeFirst().resume() }
    }
  }
}
