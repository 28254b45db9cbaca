// meant: relies on an actor to let transfers in one at a time, but it is reentrant at each await, so that two transfers from one account at the same time read the same balance; expected verdict: wrong

import EventLoop
import LessonKit

private actor Teller {
  static let shared = Teller()

  // An actor serves one customer at a time, so no locks are needed.
  func move(_ amount: Int, from source: Account, to target: Account) async throws {
    let available = try await source.balance()
    if available < amount { throw Account.InsufficientFunds() }
    try await source.setBalance(available - amount)
    try await target.setBalance(try await target.balance() + amount)
  }
}

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  try await Teller.shared.move(amount, from: source, to: target)
}
