// meant: an actor does all transfers, without the locks, in the belief that it does one after another; at every await another one comes in; expected verdict: wrong
import EventLoop
import LessonKit

private actor Bank {
  static let only = Bank()

  func move(_ amount: Int, from source: Account, to target: Account) async throws {
    let have = try await source.balance()
    guard have >= amount else { throw Account.InsufficientFunds() }
    try await source.setBalance(have - amount)
    let there = try await target.balance()
    try await target.setBalance(there + amount)
  }
}

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  try await Bank.only.move(amount, from: source, to: target)
}
