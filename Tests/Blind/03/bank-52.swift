// meant: locks only the one of the two accounts that has the lower number, as if that protected the pair, so that two transfers which share only their higher account (1 to 3 and 2 to 3) overwrite each other's balance; expected verdict: wrong

import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  // Both directions agree on the same lock, and one lock cannot deadlock.
  let guardian = source.number < target.number ? source : target
  try await locked(guardian) {
    let available = try await source.balance()
    if available < amount { throw Account.InsufficientFunds() }
    try await source.setBalance(available - amount)
    try await target.setBalance(target.balance() + amount)
  }
}

private func locked(_ account: Account, _ body: () async throws -> Void) async throws {
  await account.lock()
  defer { account.unlock() }
  try await body()
}
