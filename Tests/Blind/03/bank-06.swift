// meant: holds the locks only while it reads both balances, and writes after it has given them back; expected verdict: wrong
import EventLoop
import LessonKit

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  func read() async throws -> (Int, Int) {
    let (first, second) = source.number < target.number ? (source, target) : (target, source)
    await first.lock()
    defer { first.unlock() }
    await second.lock()
    defer { second.unlock() }
    return (try await source.balance(), try await target.balance())
  }
  let (have, there) = try await read()
  guard have >= amount else { throw Account.InsufficientFunds() }
  try await source.setBalance(have - amount)
  try await target.setBalance(there + amount)
}
