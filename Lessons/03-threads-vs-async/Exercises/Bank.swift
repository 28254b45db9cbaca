import EventLoop
import LessonKit

// Exercise 3.3, bank: move money from one account to another, and stay right when transfers interleave.
//
// `balance()` and `setBalance(_:)` are awaited: between them others run, and move money too. An account has a lock,
// `await account.lock()` and `account.unlock()`. No balance may ever be below zero: where there is too little on the source,
// throw `Account.InsufficientFunds`, and change nothing. The two accounts are never the same.
//
//   what may happen                          what is wanted
//   transfer 1  read 100 ···· write 30       transfer 1  read 100 · write 30
//   transfer 2    read 100 ·· write 30       transfer 2                      read 30 …
//
// Check yourself with: swift run lessons check bank

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  throw ToDo()
}
