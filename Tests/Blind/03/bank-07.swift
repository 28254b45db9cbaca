// meant: locks in the order in which the accounts lie in memory, which is as good as any other, and reads both balances at the same time; expected verdict: right
import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  func locked(_ accounts: ArraySlice<Account>, _ body: () async throws -> Void) async throws {
    guard let first = accounts.first else { return try await body() }
    await first.lock()
    defer { first.unlock() }
    try await locked(accounts.dropFirst(), body)
  }
  let both = [source, target].sorted { ObjectIdentifier($0) < ObjectIdentifier($1) }
  try await locked(both[...]) {
    async let here = source.balance()
    async let there = target.balance()
    let (have, had) = try await (here, there)
    if have < amount { throw Account.InsufficientFunds() }
    async let less: Void = source.setBalance(have - amount)
    async let more: Void = target.setBalance(had + amount)
    _ = try await (less, more)
  }
}
