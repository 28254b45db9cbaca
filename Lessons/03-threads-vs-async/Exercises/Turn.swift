import LessonKit

// Exercise 3.3, turn: what does an event loop do next?
//
// Whenever a task has given the thread back, the loop asks this. Return `.run` with the task that is next, and take it out of the ready
// queue; or `.wait` with how many milliseconds nothing can go on; or `.standstill` if nothing ever will.
//
// No task may be forgotten: a sleeper whose time has come joins the end of the ready queue, behind the tasks that are ready already.
// Do that in every turn, for all of them at once: the one with the earliest time first, and of two with the same time the one that
// fell asleep first. A sleeper wakes when its time has come, not later. While the loop waits, sleepers stay asleep.
//
//   now 50    ready  B       sleepers  A until 40, C until 70
//             you return .run("B"), and leave
//   now 50    ready  A       sleepers  C until 70
//
// `Queues` has `ready`, the tasks' names in the order in which they became ready ([String]); and `sleepers`, in the order in which they
// fell asleep ([Sleeper]). A `Sleeper` has a `task` (String), and `until`, when it is to wake, in the same milliseconds as `now` (Int).
// A `Step` is `.run(String)`, `.wait(Int)` or `.standstill`.
//
// Check your answer with: swift run lessons check turn

func next(_ queues: inout Queues, now: Int) throws -> Step {
  throw ToDo()
}
