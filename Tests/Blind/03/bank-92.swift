// meant: takes no lock and checks again after the wait instead, beginning anew if the balance has changed, but writing is awaited as well, so that a transfer which changes the same account between the second look and the write is lost; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  try await change(source, by: -amount)
  try await change(target, by: amount)
}

private func change(_ account: Account, by difference: Int) async throws {
  let seen = try await account.balance()
  guard seen + difference >= 0 else { throw Account.InsufficientFunds() }
  // Others ran meanwhile: is it still what we have seen?
  guard try await account.balance() == seen else { return try await change(account, by: difference) }
  try await account.setBalance(seen + difference)
}
