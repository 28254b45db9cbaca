import LessonKit

// Exercise 2.3, knee: how many users can a server take before it gives way?
//
// You get the steps of a ramp, each with more users than the one before, and the objective: the longest p99 that is
// acceptable, in milliseconds. A step meets the objective if its p99 is no longer than that and it has no errors. Return the
// users of the last step that meets it before the server gives way.
// Measurements are noisy: a single step that fails, also the first, is noise if the next one meets the objective. The server
// gives way where two steps in a row fail; what comes after that no longer counts. If no step meets the objective before that,
// or if there are no steps, return 0.
//
// A `RampStep` has `users` (Int), `throughput` (answers a second), `mean` and `p99` (response times in milliseconds, Double)
// and `errors` (Int).
//
// Check your answer with: swift run lessons check knee

func knee(of ramp: [RampStep], objective: Double) throws -> Int {
  throw ToDo()
}
