import LessonKit

// Exercise 4.4, tally: count primes on several cores, and lose none of them.
//
// All parts are searched at the same time. As soon as any part is done, while others are still searched, the number of primes in it
// is added to `board.count`, where others see how far the search has come. This way of doing it loses some:
//
//   await withTaskGroup(of: Void.self) { group in
//     for part in parts {
//       group.addTask { board.count += board.primes(in: part) }
//     }
//   }
//
//   what happens                             what is wanted
//   core 1  ██████ read 0, write 8           core 1  ██████ 0 and 8 are 8
//   core 2  ██████ read 0, write 7           core 2  ██████        8 and 7 are 15
//
// Mend it. Search each part once. Return when all are done; `board.count`, which begins at 0, then shows the number of primes in all
// parts. There may be no parts.
//
// `Board` has `count`, which any task can read and write at once: each of the two by itself is safe, what happens between them is up to
// you. And `primes(in:)`, which computes on the core that it is called on, is not awaited, and never throws. Beside `board.count`,
// any variables of your own are allowed. Swift refuses those that tasks would share: read what the compiler says.
//
// Check your answer with: swift run lessons check tally

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  throw ToDo()
}
