extension Solutions {
  /// Whoever ends hands the turn to the first in line, however it ends.
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
      // The turn is handed over, so that nobody who comes meanwhile finds it free.
      if line.isEmpty { isBusy = false } else { line.removeFirst().resume() }
    }
  }
}
