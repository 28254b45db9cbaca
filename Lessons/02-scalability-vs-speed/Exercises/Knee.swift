import LessonKit

// Exercise 2.2, knee: for how many users is a server good?
//
// You get the steps of a ramp, in order of their users, and the objective: p99 in milliseconds. A step meets it if its p99 is
// not above it and it has no errors. Return the most users for whom the server is good: the last step that meets the objective
// before it is given up for good. Measurements are noisy: a single step that does not meet it, with the next one meeting it
// again, is noise; so the knee is before two failing steps in a row, or before a last step that fails. 0 if there is none.
//
// Check yourself with: swift run lessons check knee

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  throw ToDo()
}
