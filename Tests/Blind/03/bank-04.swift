// meant: locks both in the order of the numbers but leaves both locked when there is too little money and it throws; expected verdict: wrong
import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  let pair = [source, target].sorted { $0.number < $1.number }
  for account in pair { await account.lock() }
  let rest = try await source.balance() - amount
  if rest < 0 { throw Account.InsufficientFunds() }
  try await source.setBalance(rest)
  let more = try await target.balance() + amount
  try await target.setBalance(more)
  for account in pair.reversed() { account.unlock() }
}
