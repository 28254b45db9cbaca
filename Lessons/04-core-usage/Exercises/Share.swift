import LessonKit

// Exercise 4.2, share: how much of the machine did a program use?
//
// You get what the operating system counted while the program ran: its time in its own code (`user`) and in the system
// on its behalf (`system`), each as CPU time, so that two cores busy for a second are two seconds; how long it took on
// the `wall`; how many cores the chip has, and how many of them the program may use.
// Return the share of the machine that it used of what it could have: 0 for nothing, 1 for all of it. A run that took no
// time at all used nothing.
//
//   2 s of user and 1 s of system time, within 2 s, on 4 cores of which it may use 2: 0.75
//
// Check yourself with: swift run lessons check share

func share(_ usage: ProgramUsage) throws -> Double {
  throw ToDo()
}
