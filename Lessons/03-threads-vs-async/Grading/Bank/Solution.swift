import LessonKit

enum BankSolution {
  /// Both locks, the lower number first; everything that depends on a balance happens under them.
  static func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
    let (first, second) = source.number < target.number ? (source, target) : (target, source)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    defer { second.unlock() }
    let balance = try await source.balance()
    guard balance >= amount else { throw Account.InsufficientFunds() }
    try await source.setBalance(balance - amount)
    try await target.setBalance(target.balance() + amount)
  }
}
