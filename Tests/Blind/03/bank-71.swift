// meant: deposits first and takes back if the source has too little, so that meanwhile the money is on both accounts and another transfer from the target can spend it; expected verdict: wrong

import EventLoop
import LessonKit

private func change(_ account: Account, by amount: Int) async throws {
  await account.lock()
  defer { account.unlock() }
  let balance = try await account.balance()
  guard balance + amount >= 0 else { throw Account.InsufficientFunds() }
  try await account.setBalance(balance + amount)
}

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  try await change(target, by: amount)
  do {
    try await change(source, by: -amount)
  } catch {
    // Undo the first half.
    try await change(target, by: -amount)
    throw error
  }
}
