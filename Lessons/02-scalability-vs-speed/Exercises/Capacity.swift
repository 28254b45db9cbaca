import LessonKit

// Exercise 2.4, capacity: how many users can click at the same moment and all have their page in time?
//
// Each user clicks once. Every page is alike: it computes for `work` milliseconds, and then waits for `wait` milliseconds for a
// database. The machine has one core, which the threads share: while one computes, the others don't. A user who has the page
// after exactly `deadline` milliseconds has it in time. Return the largest number of users for which all of them have their page
// in time; 0 if not even one has. `work` and `deadline` are 1 or more, `wait` is 0 or more.
//
// You get the server as a `ServerKind`:
//   .oneAtATime             begins a page when the one before it is done
//   .threads(atMost: Int)   gives each user a thread, as long as there are any (at least 1); a user without one is turned away
//   .eventLoop              one thread, which goes on with another page while one waits
//
//   one at a time, 10 ms of work, 90 ms of wait, a deadline of 250 ms: 2
//
// Check your answer with: swift run lessons check capacity

func capacity(of server: ServerKind, work: Int, wait: Int, deadline: Int) throws -> Int {
  throw ToDo()
}
