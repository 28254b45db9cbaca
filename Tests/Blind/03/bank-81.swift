// meant: It reads the source as soon as it holds the first of the two ordered locks, which is the target's when the source has the higher number, so that two such transfers from one source to different targets read the same balance; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  // Everyone locks in the same order, so no two transfers can wait for each other.
  let (first, second) = source.number < target.number ? (source, target) : (target, source)

  await first.lock()
  defer { first.unlock() }

  // Without enough money there is no need for the other lock.
  let available = try await source.balance()
  guard available >= amount else { throw Account.InsufficientFunds() }

  await second.lock()
  defer { second.unlock() }

  try await source.setBalance(available - amount)
  try await target.setBalance(try await target.balance() + amount)
}
