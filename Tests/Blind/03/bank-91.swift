// meant: checks under the source's lock and takes the money out under the same lock, but gives the lock back between the two, so that two transfers from an account that has enough for one both pass the check and the balance falls below zero; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  let (payer, payee) = (SafeAccount(account: source), SafeAccount(account: target))
  guard try await payer.has(amount) else { throw Account.InsufficientFunds() }
  try await payer.add(-amount)
  try await payee.add(amount)
}

/// An account, each of whose methods holds the lock from its beginning to its end.
private struct SafeAccount {
  let account: Account

  func has(_ amount: Int) async throws -> Bool {
    await account.lock()
    defer { account.unlock() }
    return try await account.balance() >= amount
  }

  func add(_ amount: Int) async throws {
    await account.lock()
    defer { account.unlock() }
    let balance = try await account.balance()
    try await account.setBalance(balance + amount)
  }
}
