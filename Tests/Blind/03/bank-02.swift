// meant: both locks in the order of the numbers, everything inside; expected verdict: right
// right: -
import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  let ordered = [source, target].sorted { $0.number < $1.number }
  for account in ordered { await account.lock() }
  defer { for account in ordered { account.unlock() } }
  let before = try await source.balance()
  if before < amount { throw Account.InsufficientFunds() }
  try await source.setBalance(before - amount)
  let there = try await target.balance()
  try await target.setBalance(there + amount)
}
