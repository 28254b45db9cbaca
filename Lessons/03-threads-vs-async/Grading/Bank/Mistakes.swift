import LessonKit

extension BankGrading {
  static let mistakes = [
    checksOutsideTheLock, locksInNoOrder, awaitsBetweenReadAndWrite, keepsTheLockOnError,
  ]

  private static let checksOutsideTheLock = Mistake<Function>(
    "checks-outside-the-lock",
    says: """
      You check the balance before you hold the lock. By the time you have the lock, another transfer may have taken the money \
      that you saw, and the account falls below zero. Read the balance under the lock.
      """
  ) { amount, source, target in
    guard try await source.balance() >= amount else { throw Account.InsufficientFunds() }
    let (first, second) = inOrder(source, target)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    defer { second.unlock() }
    try await move(amount, source, target)
  }

  private static let locksInNoOrder = Mistake<Function>(
    "locks-in-no-order",
    says: """
      Two transfers between the same accounts, in opposite directions, each hold one lock and wait for the other one for ever: a \
      deadlock. Take locks in an order that all transfers share, for example by account number.
      """
  ) { amount, source, target in
    await source.lock()
    defer { source.unlock() }
    let balance = try await source.balance()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    await target.lock()
    defer { target.unlock() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(target.balance() + amount)
  }

  private static let awaitsBetweenReadAndWrite = Mistake<Function>(
    "awaits-between-read-and-write",
    says: """
      Between your read and your write you await, and meanwhile another transfer writes: your write undoes it. An actor wouldn't \
      help, since other tasks enter it at every `await`. Hold both locks from before the read until after the write.
      """
  ) { amount, source, target in
    try await checkAndMove(amount, source, target)
  }

  private static let keepsTheLockOnError = Mistake<Function>(
    "keeps-the-lock-on-error",
    says: """
      You throw while you hold a lock, and no other transfer ever gets it. `defer { account.unlock() }` right after `lock()` \
      unlocks on every way out.
      """
  ) { amount, source, target in
    let (first, second) = inOrder(source, target)
    await first.lock()
    await second.lock()
    try await checkAndMove(amount, source, target)
    second.unlock()
    first.unlock()
  }

  private static func inOrder(_ one: Account, _ other: Account) -> (Account, Account) {
    one.number < other.number ? (one, other) : (other, one)
  }

  private static func checkAndMove(_ amount: Int, _ source: Account, _ target: Account) async throws {
    let balance = try await source.balance()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(target.balance() + amount)
  }

  private static func move(_ amount: Int, _ source: Account, _ target: Account) async throws {
    try await source.setBalance(source.balance() - amount)
    try await target.setBalance(target.balance() + amount)
  }
}
