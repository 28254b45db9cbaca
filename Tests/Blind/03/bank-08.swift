// meant: locks in the order of the numbers, but keeps the target locked when there is too little money; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  let inOrder = [source, target].sorted { $0.number < $1.number }
  for account in inOrder { await account.lock() }
  let balance = try await source.balance()
  guard balance >= amount else {
    source.unlock()
    throw Account.InsufficientFunds()
  }
  try await source.setBalance(balance - amount)
  try await target.setBalance(try await target.balance() + amount)
  source.unlock()
  target.unlock()
}
