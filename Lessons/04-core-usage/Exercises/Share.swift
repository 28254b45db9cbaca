import LessonKit

// Exercise 4.1, share: how much of the machine did a program use?
//
// You get what the operating system counted while the program ran: CPU time in its own code (`user`), and in the system on its
// behalf (`system`). Two cores that are busy for a second make two seconds of CPU time. Return the share that the program used
// of what it could have used: 0 for nothing, 1 for all of it, which is the most there is; a Double's rounding errors don't matter.
// A program whose `wall` is zero used nothing.
//
//   2 s of user and 1 s of system time, within 2 s, on 4 cores of which it may use 2: 0.75
//
// A `ProgramUsage` has the Durations `user`, `system` and `wall` (how long the program ran), and the numbers of cores
// `usableCores` (how many it may use, at least 1) and `chipCores` (how many there are, at least as many).
//
// Check your answer with: swift run lessons check share

func share(_ usage: ProgramUsage) throws -> Double {
  throw ToDo()
}
