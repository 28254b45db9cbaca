import LessonKit

// Exercise 2.5, omission: how long did the users of a load test really wait?
//
// The load test stands for users who click at fixed times: one every `interval` milliseconds (more than 0), the first at 0. But it
// has a single connection, and sends a request only when the answer to the one before is there. After a slow answer, or while it
// connects, it sends late, even the first request. The users don't know that: they clicked as planned, and are waiting. You get the
// requests in the order in which they were planned. Return for each of them how long its user waited, in milliseconds, in the same
// order; a Double's rounding errors don't matter.
//
//   every 100 ms; sent at 0 and answered at 250, sent at 250 and answered at 280: 250 and 180
//
//   what the load test sees              what the users see
//   user 1  ░░░░░░░░░░░                  user 1  ░░░░░░░░░░░
//   user 2             ░░                user 2      ·······░░
//   user 3               ░░              user 3          ·····░░
//
// A `SentRequest` has `sent` and `answered`: when that was, in milliseconds from the beginning of the test (Double). There may be
// no requests at all; every one was answered.
//
// Check your answer with: swift run lessons check omission

func waits(of requests: [SentRequest], every interval: Double) throws -> [Double] {
  throw ToDo()
}
