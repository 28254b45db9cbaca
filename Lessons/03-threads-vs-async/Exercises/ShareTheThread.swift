import EventLoop
import LessonKit

// Exercise 3.4, share-the-thread: add up a year's sales on the event loop's thread, and let the visitors in meanwhile.
//
// Nothing in this report waits; it computes, and so it needs the thread. All visitors stand still until it is done:
//
//   var sum = 0
//   for day in 0..<sales.days { sum += sales.total(of: day) }
//   return sum
//
// Write it so that it never keeps the thread for more than 10 ms at a stretch: then every task that is ready gets its turn. Tasks of
// yours that run right after one another are one stretch. Compute each day once, and let the thread never be idle before the report
// is done. If your task is cancelled, throw a `CancellationError` soon, instead of computing the rest for no one.
//
//   as it stands here                    what is wanted
//   report     ██████████████            report     ███ ███ ███ ███ ███
//   visitor 1    ············█░░░        visitor 1    ·█░░░
//   visitor 2          ······ █░░░       visitor 2          ·█░░░
//
// `Sales` has `days`, how many there are; `total(of:)`, which computes for 1 to 4 ms, is not awaited and never throws; and the `loop`
// that all of this runs on, with `loop.clock.now`. `await Task.yield()` lets others have the thread that are ready for it.
//
// Check your answer with: swift run lessons check share-the-thread

func report(on sales: Sales) async throws -> Int {
  throw ToDo()
}
