import EventLoop
import Synchronization

@testable import BankExercise

/// Answers to `bank` as learners would write them, written without a look at its grading.
enum BankAnswers {
  typealias Function = @Sendable (Int, Account, Account) async throws -> Void
  private struct Failed: Error {}

  private static func locked<Value>(
    _ accounts: [Account], _ body: () async throws -> Value
  ) async throws -> Value {
    for account in accounts { await account.lock() }
    defer { for account in accounts { account.unlock() } }
    return try await body()
  }
  private static func ordered(_ accounts: Account...) -> [Account] {
    accounts.sorted { $0.number < $1.number }
  }
  private static func move(_ amount: Int, _ source: Account, _ target: Account) async throws {
    let balance = try await source.balance()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(try await target.balance() + amount)
  }

  static let right: [(String, Function)] = [
    (
      "both locks, in the order of the numbers",
      { amount, source, target in
        try await locked(ordered(source, target)) { try await move(amount, source, target) }
      }
    ),
    (
      "both locks, the greater number first, and both writes at once",
      { amount, source, target in
        try await locked(ordered(source, target).reversed()) {
          async let first = source.balance()
          async let second = target.balance()
          let (from, to) = try await (first, second)
          if from < amount { throw Account.InsufficientFunds() }
          async let taken: Void = source.setBalance(from - amount)
          async let given: Void = target.setBalance(to + amount)
          _ = try await (taken, given)
        }
      }
    ),
    (
      "target is written first, under both locks",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          let from = try await source.balance()
          let to = try await target.balance()
          let rest = from - amount
          if rest < 0 { throw Account.InsufficientFunds() }
          try await target.setBalance(to + amount)
          try await source.setBalance(rest)
        }
      }
    ),
    (
      "one lock at a time, taken before it is given",
      { amount, source, target in
        try await locked([source]) {
          let balance = try await source.balance()
          guard balance >= amount else { throw Account.InsufficientFunds() }
          try await source.setBalance(balance - amount)
        }
        try await locked([target]) { try await target.setBalance(try await target.balance() + amount) }
      }
    ),
    (
      "looks before it has both locks, and once more under them",
      { amount, source, target in
        let accounts = ordered(source, target)
        try await locked([accounts[0]]) {
          guard try await source.balance() >= amount else { throw Account.InsufficientFunds() }
          try await locked([accounts[1]]) { try await move(amount, source, target) }
        }
      }
    ),
  ]
  static let wrong: [(String, String, Function)] = [
    ("no locks", "awaits-between-read-and-write", { try await move($0, $1, $2) }),
    (
      "the source's lock only", "locks-one-account",
      { amount, source, target in
        try await locked([source]) { try await move(amount, source, target) }
      }
    ),
    (
      "the target's lock only", "locks-one-account",
      { amount, source, target in
        try await locked([target]) { try await move(amount, source, target) }
      }
    ),
    (
      "source, then target", "locks-in-no-order",
      { amount, source, target in
        try await locked([source, target]) { try await move(amount, source, target) }
      }
    ),
    (
      "balances read before the locks", "reads-before-the-lock",
      { amount, source, target in
        let (from, to) = (try await source.balance(), try await target.balance())
        guard from >= amount else { throw Account.InsufficientFunds() }
        try await locked(ordered(source, target)) {
          try await source.setBalance(from - amount)
          try await target.setBalance(to + amount)
        }
      }
    ),
    (
      "looked before the locks, not again", "checks-outside-the-lock",
      { amount, source, target in
        guard try await source.balance() >= amount else { throw Account.InsufficientFunds() }
        try await locked(ordered(source, target)) {
          try await source.setBalance(try await source.balance() - amount)
          try await target.setBalance(try await target.balance() + amount)
        }
      }
    ),
    (
      "given before it is known whether it is there, and taken back", "spends-what-is-not-there",
      { amount, source, target in
        try await locked([target]) { try await target.setBalance(try await target.balance() + amount) }
        do {
          try await locked([source]) {
            let balance = try await source.balance()
            guard balance >= amount else { throw Account.InsufficientFunds() }
            try await source.setBalance(balance - amount)
          }
        } catch {
          try await locked([target]) { try await target.setBalance(try await target.balance() - amount) }
          throw error
        }
      }
    ),
    (
      "given first under both locks, and left there", "changes-before-it-checks",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          try await target.setBalance(try await target.balance() + amount)
          let balance = try await source.balance()
          guard balance >= amount else { throw Account.InsufficientFunds() }
          try await source.setBalance(balance - amount)
        }
      }
    ),
    (
      "below zero for a moment", "below-zero-for-a-moment",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          let balance = try await source.balance()
          try await source.setBalance(balance - amount)
          if balance < amount {
            try await source.setBalance(balance)
            throw Account.InsufficientFunds()
          }
          try await target.setBalance(try await target.balance() + amount)
        }
      }
    ),
    (
      "no check", "never-checks",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          try await source.setBalance(try await source.balance() - amount)
          try await target.setBalance(try await target.balance() + amount)
        }
      }
    ),
    (
      "moves what there is", "moves-what-there-is",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          try await move(min(amount, try await source.balance()), source, target)
        }
      }
    ),
    (
      "another error", "changes-the-error",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          do { try await move(amount, source, target) } catch { throw Failed() }
        }
      }
    ),
    (
      "never unlocks", "keeps-the-lock",
      { amount, source, target in
        for account in ordered(source, target) { await account.lock() }
        try await move(amount, source, target)
      }
    ),
    (
      "the target is unlocked before it is written", "unlocks-before-the-write",
      { amount, source, target in
        for account in ordered(source, target) { await account.lock() }
        defer { source.unlock() }
        let (from, to) = (try await source.balance(), try await target.balance())
        target.unlock()
        guard from >= amount else { throw Account.InsufficientFunds() }
        try await source.setBalance(from - amount)
        try await target.setBalance(to + amount)
      }
    ),
    (
      "the wrong way", "moves-the-wrong-way",
      { amount, source, target in
        try await locked(ordered(source, target)) { try await move(amount, target, source) }
      }
    ),
    (
      "waits for the money", "polls",
      { amount, source, target in
        while try await source.balance() < amount {}
        try await locked(ordered(source, target)) { try await move(amount, source, target) }
      }
    ),
    (
      "takes and doesn't give", "moves-one-side",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          let balance = try await source.balance()
          guard balance >= amount else { throw Account.InsufficientFunds() }
          try await source.setBalance(balance - amount)
        }
      }
    ),
    (
      "the source read under the first lock, which may be the target's", "reads-before-the-lock",
      { amount, source, target in
        let accounts = ordered(source, target)
        try await locked([accounts[0]]) {
          let balance = try await source.balance()
          guard balance >= amount else { throw Account.InsufficientFunds() }
          try await locked([accounts[1]]) {
            try await source.setBalance(balance - amount)
            try await target.setBalance(try await target.balance() + amount)
          }
        }
      }
    ),
    (
      "the target read under the first lock, which may be the source's", "reads-before-the-lock",
      { amount, source, target in
        let accounts = ordered(source, target)
        try await locked([accounts[0]]) {
          let before = try await target.balance()
          try await locked([accounts[1]]) {
            let balance = try await source.balance()
            guard balance >= amount else { throw Account.InsufficientFunds() }
            try await source.setBalance(balance - amount)
            try await target.setBalance(before + amount)
          }
        }
      }
    ),
    (
      "read and written before the second lock, which may be its own", "reads-before-the-lock",
      { amount, source, target in
        let accounts = ordered(source, target)
        try await locked([accounts[0]]) {
          let balance = try await source.balance()
          guard balance >= amount else { throw Account.InsufficientFunds() }
          try await source.setBalance(balance - amount)
          try await locked([accounts[1]]) { try await target.setBalance(try await target.balance() + amount) }
        }
      }
    ),
    (
      "looked under the source's lock, which is free for a moment, not again", "unlocks-between",
      { amount, source, target in
        let balance = try await locked([source]) { try await source.balance() }
        guard balance >= amount else { throw Account.InsufficientFunds() }
        try await locked(ordered(source, target)) {
          try await source.setBalance(try await source.balance() - amount)
          try await target.setBalance(try await target.balance() + amount)
        }
      }
    ),
    (
      "the target read and written after both locks", "unlocks-before-the-write",
      { amount, source, target in
        try await locked(ordered(source, target)) {
          let balance = try await source.balance()
          guard balance >= amount else { throw Account.InsufficientFunds() }
          try await source.setBalance(balance - amount)
        }
        try await target.setBalance(try await target.balance() + amount)
      }
    ),
    (
      "locks only where the source has the lower number", "awaits-between-read-and-write",
      { amount, source, target in
        try await locked(source.number < target.number ? [source, target] : []) {
          try await move(amount, source, target)
        }
      }
    ),
    (
      "the lower number is taken for the source", "moves-the-wrong-way",
      { amount, source, target in
        let accounts = ordered(source, target)
        try await locked(accounts) { try await move(amount, accounts[0], accounts[1]) }
      }
    ),
    ("does nothing", "moves-nothing", { _, _, _ in }),
    ("always throws", "refuses-what-is-there", { _, _, _ in throw Account.InsufficientFunds() }),
  ]
}
