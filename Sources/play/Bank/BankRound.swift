/// Two transfers that run at the same time, and what is special about them.
struct BankRound: Sendable {
  var title: String
  /// What is said before the first choice.
  var opening: String
  /// What the two transfers do, step by step.
  var transfers: [Transfer]

  /// Moves money from one account to another.
  struct Transfer: Sendable, Hashable {
    var amount: Int
    var source: String
    var target: String
    /// The steps between which the other transfer may run.
    var steps: [Step]

    /// For example `30 from A to B`.
    var words: String { "\(amount) from \(source) to \(target)" }

    /// Reads and writes the source first, then the target.
    ///
    /// - Parameter locks: what is locked before, in this order, and unlocked at the end.
    init(_ amount: Int, from source: String, to target: String, locks: [String] = []) {
      (self.amount, self.source, self.target) = (amount, source, target)
      steps =
        locks.map(Step.lock)
        + [.read(source), .write(source, change: -amount), .read(target), .write(target, change: amount)]
        + (locks.isEmpty ? [] : [.unlock(locks)])
    }
  }

  /// One step of a transfer. Everything before the next `await` happens at once.
  enum Step: Sendable, Hashable {
    case lock(String)
    case read(String)
    /// Writes what was read, and a change.
    case write(String, change: Int)
    case unlock([String])
  }

  /// The round that goes by a name; `nil` for a name that no round has.
  static func named(_ name: String) -> BankRound? {
    switch name {
    case "race":
      BankRound(
        title: "two transfers, no lock",
        opening:
          "Two customers move money at the same time. Each step is awaited, so between any two of them the other"
          + " transfer may run: you say which. Both accounts hold 100. Make money disappear.",
        transfers: [30, 50].map { Transfer($0, from: "A", to: "B") })
    case "lock":
      BankRound(
        title: "two transfers, one lock",
        opening:
          "The same two transfers, but each takes the bank's lock first and gives it back at the end. Try again to"
          + " make money disappear.",
        transfers: [30, 50].map { Transfer($0, from: "A", to: "B", locks: ["bank"]) })
    case "deadlock":
      BankRound(
        title: "two transfers, two locks",
        opening:
          "One lock for the whole bank makes everyone wait. So each account gets a lock of its own, and a transfer"
          + " takes its source's first. Now bring the bank to a standstill.",
        transfers: [
          Transfer(30, from: "A", to: "B", locks: ["A", "B"]),
          Transfer(50, from: "B", to: "A", locks: ["B", "A"]),
        ])
    default: nil
    }
  }
}
