// meant: locks only the source, since only it can go below zero, so that of two transfers to the same target from different sources one deposit is lost; expected verdict: wrong

import EventLoop
import LessonKit

extension Account {
  fileprivate func locked<Value>(_ body: () async throws -> Value) async rethrows -> Value {
    await lock()
    defer { unlock() }
    return try await body()
  }
}

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  // Money is short only where it is taken from.
  try await source.locked {
    let rest = try await source.balance() - amount
    guard rest >= 0 else { throw Account.InsufficientFunds() }
    try await source.setBalance(rest)
    try await target.setBalance(target.balance() + amount)
  }
}
