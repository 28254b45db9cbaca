// meant: a recursive helper holds the locks of a list of accounts, sorted by number, around a closure; expected verdict: right

import EventLoop
import LessonKit

private func holding(
  _ accounts: ArraySlice<Account>, _ body: () async throws -> Void
) async throws {
  guard let first = accounts.first else { return try await body() }
  await first.lock()
  do {
    try await holding(accounts.dropFirst(), body)
  } catch {
    first.unlock()
    throw error
  }
  first.unlock()
}

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  let accounts = [target, source].sorted { $0.number < $1.number }
  try await holding(accounts[...]) {
    async let there = target.balance()
    let rest = try await source.balance() - amount
    let sum = try await there + amount
    if rest < 0 { throw Account.InsufficientFunds() }
    try await source.setBalance(rest)
    try await target.setBalance(sum)
  }
}
