// meant: locks both in the order of the numbers, but looks at the balance before it locks; expected verdict: wrong
// right: the balance is read while both locks are held.
import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  let available = try await source.balance()
  guard available >= amount else { throw Account.InsufficientFunds() }
  let (first, second) = source.number < target.number ? (source, target) : (target, source)
  await first.lock()
  await second.lock()
  defer {
    second.unlock()
    first.unlock()
  }
  try await source.setBalance(available - amount)
  try await target.setBalance(try await target.balance() + amount)
}
