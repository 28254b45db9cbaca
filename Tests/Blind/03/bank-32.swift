// meant: gives the locks back only at the end of the good path, so that after InsufficientFunds both accounts stay locked and the next transfer waits for ever; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  // Always in the same order, so that there is no circle.
  let both = [source, target].sorted { $0.number < $1.number }
  for account in both { await account.lock() }

  let balance = try await source.balance()
  if balance < amount {
    throw Account.InsufficientFunds()
  }
  try await source.setBalance(balance - amount)
  try await target.setBalance(try await target.balance() + amount)

  for account in both { account.unlock() }
}
