import LessonKit

// Exercise 1.5, ceiling: how many requests a second can one thread answer at best?
//
// Every request is alike: it computes for `work` milliseconds, for which it needs the thread, and waits for `wait` milliseconds
// for a database. The server overlaps them: while one waits, the thread computes for another, and as many requests as you like
// may wait at once. They never run out. Return how many are answered in each second in the long run; that need not be a whole
// number, and a Double's rounding errors don't matter. `work` is more than 0, and `wait` is 0 or more.
//
//   20 ms of work and no wait: 50
//
// Check your answer with: swift run lessons check ceiling

func ceiling(work: Double, wait: Double) throws -> Double {
  throw ToDo()
}
