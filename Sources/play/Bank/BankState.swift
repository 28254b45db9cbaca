/// Two transfers, the steps of which are interleaved from outside: the rules of the game, without any words.
struct BankState: Sendable, Hashable {
  /// What each account holds at the beginning.
  static let deposit = 100

  struct Move: Sendable, Hashable {
    var transfer: Int
    var step: BankRound.Step
    /// What was read or written; 0 for a lock.
    var amount = 0
    /// What stood there before a write.
    var former = 0
    /// Whether the account was changed since the transfer read it: that change is gone.
    var isStale = false
    /// Whether the lock is held by the other transfer, so that this one waits for it from now on.
    var isWaiting = false
    /// The transfers that have a lock now for which they waited.
    var served: [Int] = []
  }

  let transfers: [BankRound.Transfer]
  private(set) var balances: [String: Int]
  private(set) var moves: [Move] = []
  private(set) var done: [Int]
  private(set) var read: [Int?]
  private(set) var holders: [String: Int] = [:]
  private(set) var waiting: [String?]

  init(_ round: BankRound) {
    transfers = round.transfers
    let accounts = Set(round.transfers.flatMap { [$0.source, $0.target] })
    balances = Dictionary(uniqueKeysWithValues: accounts.map { ($0, Self.deposit) })
    done = round.transfers.map { _ in 0 }
    read = round.transfers.map { _ in nil }
    waiting = round.transfers.map { _ in nil }
  }

  var total: Int { balances.values.reduce(0, +) }
  /// What is missing at the end: less than 0 where money has appeared.
  var loss: Int { balances.count * Self.deposit - total }

  /// What has been taken from a source and not yet brought to its target.
  var underway: Int {
    transfers.indices.reduce(0) { sum, index in
      let writes = transfers[index].steps.prefix(done[index]).count {
        if case .write = $0 { true } else { false }
      }
      return writes == 1 ? sum + transfers[index].amount : sum
    }
  }

  func isDone(_ transfer: Int) -> Bool { done[transfer] == transfers[transfer].steps.count }
  /// Whether a transfer can do its next step.
  func canStep(_ transfer: Int) -> Bool { !isDone(transfer) && waiting[transfer] == nil }

  /// Whether each of the transfers that are left waits for a lock that another of them holds.
  var isDeadlock: Bool { isOver && !transfers.indices.allSatisfy(isDone) }
  var isOver: Bool { !transfers.indices.contains(where: canStep) }

  /// Does the next step of a transfer; where it has none that can be done, nothing changes.
  mutating func step(_ transfer: Int) {
    guard canStep(transfer) else { return }
    let step = transfers[transfer].steps[done[transfer]]
    var move = Move(transfer: transfer, step: step)
    switch step {
    case .lock(let name):
      if holders[name] == nil {
        holders[name] = transfer
      } else {
        waiting[transfer] = name
        move.isWaiting = true
      }
    case .unlock(let names):
      for name in names {
        holders[name] = nil
        guard let next = waiting.firstIndex(of: name) else { continue }
        // Who waits is given the lock in the same moment: its step is done.
        (holders[name], waiting[next]) = (next, nil)
        done[next] += 1
        move.served.append(next)
      }
    case .read(let account):
      read[transfer] = balances[account]
      move.amount = balances[account]!
    case .write(let account, let change):
      (move.amount, move.former) = (read[transfer]! + change, balances[account]!)
      move.isStale = read[transfer] != balances[account]
      balances[account] = move.amount
    }
    if !move.isWaiting { done[transfer] += 1 }
    moves.append(move)
  }
}
