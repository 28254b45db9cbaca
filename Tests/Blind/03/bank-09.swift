// meant: reads both balances before it takes the locks, and only writes under them; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  let sourceBalance = try await source.balance()
  let targetBalance = try await target.balance()
  guard sourceBalance >= amount else { throw Account.InsufficientFunds() }
  let (first, second) = source.number < target.number ? (source, target) : (target, source)
  await first.lock()
  await second.lock()
  defer {
    second.unlock()
    first.unlock()
  }
  try await source.setBalance(sourceBalance - amount)
  try await target.setBalance(targetBalance + amount)
}
