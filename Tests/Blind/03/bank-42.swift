// meant: checks the funds before it has the locks and not again under them, so that two transfers from one account, both of which pass the check, take it below zero; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  // Don't lock anything for a transfer that can't be made anyway.
  guard try await source.balance() >= amount else {
    throw Account.InsufficientFunds()
  }

  let (first, second) = source.number < target.number ? (source, target) : (target, source)
  await first.lock()
  defer { first.unlock() }
  await second.lock()
  defer { second.unlock() }

  try await source.setBalance(source.balance() - amount)
  try await target.setBalance(target.balance() + amount)
}
