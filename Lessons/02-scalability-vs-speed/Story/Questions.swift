import Console
import LessonKit
import Measurement
import Serving

// What the reader is asked, in the story's order: a guess before the picture, and the reason after it.

extension Until {
  static let eventLoop = Question(
    "event-loop",
    "One at a time, the server is fine with two users. How many can one event loop serve, on one thread?",
    unit: "users", in: 1...1_000_000,
    answer: Capacity.eventLoop(.usual, within: Degrading.objective.responseTime), within: 0.25,
    subject: "The users of the event loop", why: "What decides that number?",
    reasons: [
      .wrong(
        "The 100 ms that a page waits: 250 ms leave room for two of them.",
        "That is what decides it one at a time, where the waits come one behind the other. On the event loop they overlap."
      ),
      .wrong(
        "How many threads there are.",
        "The event loop has a single thread, just as one at a time has. It is the other server, with its 200 threads, that can do "
          + "nothing for user 201."),
      .right(
        "The 0.4 ms that a page computes: 250 ms leave room for 625 of them.",
        "Every user waits for the work of all the others, and not for their waits. Halve the work, and there is room for twice as "
          + "many users; halve the wait, and hardly anything changes."),
    ])

  static let questions = [eventLoop]
}

extension Worse {
  static let inTime = Question(
    "in-time",
    "A server that answers one at a time has \(Worse.crowd) users now, and a page takes 100 ms. An answer counts if it is there within a second. "
      + "In the long run, what percentage of the answers is there in time?", unit: "%", in: 0...100,
    answer: Degrading.responseTime(of: .usual, users: Worse.crowd) > Degrading.deadline ? 0 : 100,
    within: 0, subject: "Answers in time",
    why: "The server has time for 9 pages a second. Why is not even one of them in time?",
    reasons: [
      .wrong(
        "Under load the server becomes slower.",
        "It answers as many pages a second as ever. Each of them just took its place in the line too long ago."
      ),
      .right(
        "All of them stand in the same line, so that every page takes 20 times 100 ms.",
        "Two seconds for every user, instead of one second for half of them. A server that turned half of the users away could "
          + "answer the others in time: that is what the exercise `shed` is about."),
      .wrong(
        "It is bad luck: other users were in front.",
        "Luck has no part in it. It is first come, first served, and a user who was answered joins the line again at its end."
      ),
    ])

  static let questions = [inTime]
}

extension Million {
  static let million = Question(
    "million",
    "A million users at the event loop, and 0.4 ms of work for each page: after how many seconds does a user have the page?",
    unit: "s", in: 0...1_000_000_000, answer: Page.usual.work.inSeconds * 1_000_000,
    subject: "The response time for a million users",
    why: "Where do 400 seconds come from?",
    reasons: [
      .right(
        "From a million times 0.4 ms of work.",
        "Little's law: a million users are 2,500 answers a second × 400 s. The thread cannot give more than 2,500, so it is the time "
          + "that has to grow."),
      .wrong(
        "From a million waits of 100 ms.",
        "One behind the other these would be more than a day, and that is what one at a time takes. Here they overlap."
      ),
      .wrong(
        "From looking for the next task among a million.",
        "In this model that takes no time at all. In a real loop it takes a little: the heap of a million timers is 20 steps deep."
      ),
    ])

  static let questions = [million]
}
