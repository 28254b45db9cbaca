import EventLoop
import LessonKit
import Measurement

/// Exercise 3.3: how it is told, and how an answer is judged.
enum BankExercise {
  typealias Function = @Sendable (Int, Account, Account) async throws -> Void

  static let exercise = Exercise(
    "bank", question: "Move money between accounts, and stay right when transfers interleave.",
    file: "Bank.swift",
    hints: [
      "At every `await` others run. What you have read before one may be old after it, unless a lock keeps others away.",
      "Take both locks before you read. If one transfer goes from 1 to 2 while another goes from 2 to 1, in which order must both of them "
        + "lock so that neither waits for the other?",
      "Lock the account with the lower number first, and unlock with `defer`, so that an error unlocks too.",
    ],
    learner: { try await transfer($0, from: $1, to: $2) } as Function,
    solution: { try await Solutions.transfer($0, from: $1, to: $2) }, mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "checks-outside-the-lock",
      says:
        "You look at the balance before you hold the lock. Until you have it, another transfer takes the money that you saw, and the "
        + "account falls below zero.",
      { try await Mistakes.Bank.checksOutsideTheLock($0, from: $1, to: $2) }),
    Mistake(
      "locks-in-no-order",
      says:
        "Two transfers between the same accounts, in opposite directions, each hold one lock and wait for the other's, for ever. Take "
        + "locks in one order that all agree on, such as by number.",
      { try await Mistakes.Bank.locksInNoOrder($0, from: $1, to: $2) }),
    Mistake(
      "awaits-between-read-and-write",
      says:
        "Between your read and your write you await, and another transfer writes meanwhile: your write undoes it. An actor would not "
        + "help, since others enter it at every `await`. Hold the locks from before the read to after the write.",
      { try await Mistakes.Bank.awaitsBetweenReadAndWrite($0, from: $1, to: $2) }),
    Mistake(
      "keeps-the-lock-on-error",
      says:
        "You throw with a lock in your hand, and nobody ever gets it again. `defer { account.unlock() }` right behind `lock()` "
        + "unlocks on every way out.",
      { try await Mistakes.Bank.keepsTheLockOnError($0, from: $1, to: $2) }),
  ]

  /// Who pays whom; all at once.
  private struct Payment: Sendable {
    var amount: Int
    var from: Int
    var to: Int
  }

  private static let crowd = [
    Payment(amount: 70, from: 0, to: 1), Payment(amount: 70, from: 0, to: 2),
    Payment(amount: 50, from: 1, to: 0),
    Payment(amount: 30, from: 2, to: 1), Payment(amount: 40, from: 1, to: 2),
    Payment(amount: 60, from: 2, to: 0),
    Payment(amount: 90, from: 1, to: 2),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    for payments in [[Payment(amount: 30, from: 0, to: 1)], [Payment(amount: 130, from: 1, to: 0)]] {
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
      var outcomes: [Result<Void, any Error>] = []
      for task in tasks { outcomes.append(await task.result) }
      return outcomes
    }
    func finding(_ outcome: Finding.Outcome) -> Finding { Finding(outcome, seed: seed) }
    let errors = (trial.value ?? []).compactMap(\.error)
    if errors.contains(where: { $0 is ToDo }) { return Finding(.toDo) }
    let usesLocks = accounts.contains { $0.locks > 0 }
    let isLocked = accounts.contains(where: \.isLocked)
    if isLocked, payments.count == 1, !(trial.error is Stall) {
      return finding(.mistake("keeps-the-lock-on-error", detail: ""))
    }
    if let stall = trial.error as? Stall {
      guard payments.count > 1, usesLocks else {
        return finding(.stalled("Your code never returns: \(stall)."))
      }
      return finding(.mistake("locks-in-no-order", detail: "It happens with seed \(seed)."))
    }
    if let other = errors.first(where: { !($0 is Account.InsufficientFunds) }) {
      return finding(
        .different("A transfer threw \(other); the only error there may be is InsufficientFunds."))
    }
    let expected = balances(payments, trial.value ?? [])
    let balances = accounts.map(\.current)
    let race = usesLocks ? "checks-outside-the-lock" : "awaits-between-read-and-write"
    if payments.count > 1, accounts.contains(where: { $0.lowest < 0 }) || balances != expected {
      let detail =
        "With seed \(seed) the accounts end with \(balances), and by the transfers that you said went well it should be \(expected)"
        + "; the lowest balance on the way was \(accounts.map(\.lowest).min()!)."
      let isOldRead = usesLocks && balances != expected
      return finding(
        isOldRead
          ? .different("Your locks do not cover all of it. \(detail)") : .mistake(race, detail: detail))
    }
    if payments.count == 1, payments[0].amount > 100, errors.isEmpty {
      return finding(
        .different(
          "130 were to be moved from an account with 100, and you threw nothing; throw InsufficientFunds."))
    }
    if balances != expected {
      return finding(.different("One transfer alone leaves \(balances) instead of \(expected)."))
    }
    if payments.count == 1, payments[0].amount <= 100, !errors.isEmpty {
      return finding(
        .different("There were 100 on the account, 30 were to be moved, and you threw \(errors[0])."))
    }
    return nil
  }

  private static func balances(_ payments: [Payment], _ outcomes: [Result<Void, any Error>]) -> [Int] {
    zip(payments, outcomes).reduce(into: [100, 100, 100]) { balances, payment in
      guard payment.1.error == nil else { return }
      balances[payment.0.from] -= payment.0.amount
      balances[payment.0.to] += payment.0.amount
    }
  }
}

extension Result<Void, any Error> {
  fileprivate var error: (any Error)? {
    if case .failure(let error) = self { error } else { nil }
  }
}
