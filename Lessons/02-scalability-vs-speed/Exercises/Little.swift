import LessonKit

// Exercise 2.2, little: how many users does it take to keep a server this busy?
//
// Every user does the same, again and again: asks for a page, has the answer after `responseTime` milliseconds, reads it for
// `pause` milliseconds, and asks for the next. Together they get `answersPerSecond` answers in each second. Return how many users
// there are on average, those who wait and those who read. That need not be a whole number, and a Double's rounding errors don't
// matter. All three are 0 or more.
//
//   20 answers a second, each after 100 ms and without a pause: 2 users, both of whom wait all the time
//
// Check your answer with: swift run lessons check little

func users(answersPerSecond: Double, responseTime: Double, pause: Double) throws -> Double {
  throw ToDo()
}
