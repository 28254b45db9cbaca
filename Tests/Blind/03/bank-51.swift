// meant: reads the target's balance before it takes the target's lock and locks only the write, so that money is lost or made when two transfers change the same target at the same time; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  try await withdraw(amount, from: source)
  // Never more than one lock at a time, so there can be no deadlock.
  try await deposit(amount, on: target)
}

private func withdraw(_ amount: Int, from account: Account) async throws {
  await account.lock()
  defer { account.unlock() }
  let balance = try await account.balance()
  guard balance >= amount else { throw Account.InsufficientFunds() }
  try await account.setBalance(balance - amount)
}

private func deposit(_ amount: Int, on account: Account) async throws {
  // Reading changes nothing, and there is nothing to check here.
  let balance = try await account.balance()
  await account.lock()
  defer { account.unlock() }
  try await account.setBalance(balance + amount)
}
