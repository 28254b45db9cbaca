// meant: without locks: reads the balance a second time before it writes and begins again if it has changed, but another transfer comes in between that look and the write; expected verdict: wrong
import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  func change(_ account: Account, by difference: Int) async throws {
    while true {
      let before = try await account.balance()
      guard before + difference >= 0 else { throw Account.InsufficientFunds() }
      // Has anyone been there meanwhile?
      if try await account.balance() == before {
        return try await account.setBalance(before + difference)
      }
    }
  }
  try await change(source, by: -amount)
  try await change(target, by: amount)
}
