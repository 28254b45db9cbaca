// meant: locks the source first and the target second, so that two transfers in opposite directions wait for each other for ever; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  await source.lock()
  defer { source.unlock() }
  await target.lock()
  defer { target.unlock() }

  let available = try await source.balance()
  guard available >= amount else { throw Account.InsufficientFunds() }
  try await source.setBalance(available - amount)
  let other = try await target.balance()
  try await target.setBalance(other + amount)
}
