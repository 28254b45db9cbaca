import EventLoop
import LessonKit

extension BankGrading {
  /// A transfer between two of three accounts, by their places.
  private struct Payment: Sendable {
    var amount: Int
    var from: Int
    var to: Int

    init(_ amount: Int, from: Int, to: Int) { (self.amount, self.from, self.to) = (amount, from, to) }
  }

  /// All at once.
  private static let crowd = [
    Payment(70, from: 0, to: 1), Payment(70, from: 0, to: 2), Payment(50, from: 1, to: 0),
    Payment(30, from: 2, to: 1), Payment(40, from: 1, to: 2), Payment(60, from: 2, to: 0),
    Payment(90, from: 1, to: 2),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    for payments in [[Payment(30, from: 0, to: 1)], [Payment(130, from: 1, to: 0)]] {
      if let finding = judge(candidate, payments, seed: 1) { return finding }
    }
    for seed in 1...60 as ClosedRange<UInt64> {
      if let finding = judge(candidate, crowd, seed: seed) { return finding }
    }
    return .passed()
  }

  private static func judge(_ candidate: @escaping Function, _ payments: [Payment], seed: UInt64) -> Finding?
  {
    let probe = Probe(lanes: [], seed: seed)
    let accounts = (0..<3).map { Account($0 + 1, balance: 100, on: probe.loop, seed: seed) }
    let trial = Trial(probe) {
      let tasks = payments.map { payment in
        Task(executorPreference: probe.loop) {
          try await candidate(payment.amount, accounts[payment.from], accounts[payment.to])
        }
      }
      var errors: [(any Error)?] = []
      for task in tasks { errors.append(error(of: await task.result)) }
      return errors
    }
    func finding(_ outcome: Finding.Outcome) -> Finding { Finding(outcome, seed: seed) }
    func mistake(_ name: String, _ detail: String = "") -> Finding { finding(.mistake(name, detail: detail)) }
    let outcomes = trial.value ?? []
    let errors = outcomes.compactMap(\.self)
    if errors.contains(where: { $0 is ToDo }) { return Finding(.toDo) }
    let usesLocks = accounts.contains { $0.locks > 0 }
    if payments.count == 1, accounts.contains(where: \.isLocked), !(trial.error is Stall) {
      return mistake("keeps-the-lock-on-error")
    }
    if let stall = trial.error as? Stall {
      guard payments.count > 1, usesLocks else {
        return finding(.stalled("Your code never returns: \(stall)."))
      }
      return mistake("locks-in-no-order", "It happens with seed \(seed).")
    }
    if let other = errors.first(where: { !($0 is Account.InsufficientFunds) }) {
      return finding(
        .different("A transfer threw \(other). The only error that it may throw is InsufficientFunds."))
    }
    let expected = balances(payments, outcomes)
    let balances = accounts.map(\.current)
    if payments.count > 1, accounts.contains(where: { $0.lowest < 0 }) || balances != expected {
      let lowest = "the lowest balance on the way was \(accounts.map(\.lowest).min()!)"
      if usesLocks, balances == expected {
        return mistake("checks-outside-the-lock", "With seed \(seed) \(lowest).")
      }
      let detail =
        "With seed \(seed) the accounts end with \(balances); after the transfers that did not throw it should be \(expected). "
        + "T\(lowest.dropFirst())."
      return usesLocks
        ? finding(.different("Your locks don't cover the whole transfer. \(detail)"))
        : mistake("awaits-between-read-and-write", detail)
    }
    guard payments.count == 1 else { return nil }
    if payments[0].amount > 100, errors.isEmpty {
      return finding(
        .different(
          "130 were to be moved from an account with 100, and you didn't throw. Throw InsufficientFunds."))
    }
    if balances != expected {
      return finding(.different("A single transfer leaves \(balances) instead of \(expected)."))
    }
    if payments[0].amount <= 100, !errors.isEmpty {
      return finding(
        .different("There were 100 on the account, 30 were to be moved, and you threw \(errors[0])."))
    }
    return nil
  }

  private static func balances(_ payments: [Payment], _ errors: [(any Error)?]) -> [Int] {
    zip(payments, errors).reduce(into: [100, 100, 100]) { balances, outcome in
      let (payment, error) = outcome
      guard error == nil else { return }
      balances[payment.from] -= payment.amount
      balances[payment.to] += payment.amount
    }
  }

  private static func error(of result: Result<Void, any Error>) -> (any Error)? {
    if case .failure(let error) = result { error } else { nil }
  }
}
