import EventLoop
import LessonKit

// Exercise 3.6, bank: move money from one account to another, and get it right when transfers interleave.
//
// Reading and writing a balance is awaited. Meanwhile other transfers run, and they move money, too. No balance may ever be
// below zero: if there is too little money on the source, throw `Account.InsufficientFunds()` and change nothing. On its way, the
// money may be on neither account for a moment, but never on both where another transfer could spend it. The two accounts are
// never the same, `amount` is 1 or more, and no transfer is cancelled.
//
//   what may happen                          what is wanted
//   transfer 1  read 100 ···· write 30       transfer 1  read 100 · write 30
//   transfer 2    read 100 ·· write 30       transfer 2                      read 30 …
//
// An `Account` has a `number` of its own; `balance()` and `setBalance(_:)`, to be awaited; and a lock: `await lock()` takes it
// as soon as it is free, and `unlock()` gives it back.
//
// Check your answer with: swift run lessons check bank

func transfer(_ amount: Int, from source: Account, to target: Account) async throws {
  throw ToDo()
}
