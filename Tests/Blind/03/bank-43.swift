// meant: holds one lock at a time: takes the money out under the source's lock, and then pays it in under the target's, so that no order of locks is needed; expected verdict: right

import EventLoop
import LessonKit

extension Account {
  /// Changes the balance; no other change comes between reading and writing.
  fileprivate func change(by amount: Int) async throws {
    await lock()
    defer { unlock() }
    let new = try await balance() + amount
    if new < 0 { throw InsufficientFunds() }
    try await setBalance(new)
  }
}

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  try await source.change(by: -amount)
  try await target.change(by: amount)
}
