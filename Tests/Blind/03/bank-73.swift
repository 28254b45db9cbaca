// meant: never holds two locks; takes the money out under the source's lock, and only afterwards puts it in under the target's; expected verdict: right

import EventLoop
import LessonKit

extension Account {
  fileprivate func update(_ change: (Int) throws -> Int) async throws {
    await lock()
    defer { unlock() }
    try await setBalance(change(try await balance()))
  }
}

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  try await source.update { balance in
    guard balance >= amount else { throw Account.InsufficientFunds() }
    return balance - amount
  }
  try await target.update { $0 + amount }
}
