import LessonKit
import Measurement
import Queueing
import Workload

// What the reader is asked, in the story's order: a guess before the picture, and the reason after it.

extension ThreadEach {
  static let lastOfThree = Question(
    "thread-each",
    "Three purchases arrive at once. On its own, each takes 100 ms. With a thread for each: after how many milliseconds are all three answered?",
    unit: "ms", in: 0...10_000, answer: Purchase.request(1).ownTime.inMilliseconds,
    subject: "The time for all three",
    why: "Why are they not in each other's way?",
    reasons: [
      .wrong(
        "Three threads compute three times as fast.",
        "Each purchase computes for 5 ms, as ever. What passes at the same time is the 95 ms of waiting."),
      .right(
        "A thread that waits needs no core, and the system lets another one run.",
        "That is what threads do for a server that mostly waits. The question is what they cost."),
      .wrong(
        "The database answers three questions as if they were one.",
        "It is asked three times, and answers each in its own time. But all three questions are under way at once."
      ),
    ])

  static let questions = [lastOfThree]
}

extension PutAside {
  static let pickUp = Question(
    "pick-up",
    "Purchase 2 arrives while 1 waits for the database. After how many milliseconds is it picked up?",
    unit: "ms", in: 0...1000, answer: 0, subject: "The delay of purchase 2",
    why: "Why need it not wait until purchase 1 is done?",
    reasons: [
      .right(
        "Purchase 1 has given the thread back at its `await`.",
        "Until the database answers, purchase 1 is an entry among the loop's timers. It needs no thread."),
      .wrong(
        "The loop interrupts purchase 1.",
        "Nothing is interrupted. A task gives its thread back at an `await`, and only there: that is why a task that computes for long "
          + "holds up all the others."),
      .wrong(
        "The loop starts a second thread for it.",
        "There is one thread from beginning to end. Look at the picture: no two purchases ever work (█) at the same time."
      ),
    ])

  static let questions = [pickUp]
}

extension Blocking {
  static let blocked = Question(
    "blocked", "Purchase 3 was answered after 104 ms before. After how many milliseconds is it answered now?",
    unit: "ms",
    in: 0...10_000,
    answer: Pool(workers: 1, waiting: .keepsWorkerIn(["charge"])).timeline(of: Purchase.requests(3))
      .responseTimes[2].inMilliseconds, subject: "The response time of purchase 3",
    why: "There is an `await` in front of the call. Why does it not help?",
    reasons: [
      .wrong(
        "`await` means waiting, so everything behind it has to wait as well.",
        "The task has to wait; the thread need not. In the pictures before, the thread went on with others at each `await`."
      ),
      .wrong(
        "A loop can look after one `await` at a time.",
        "This lesson has 100,000 of them wait on one loop. It is not their number."),
      .right(
        "The function that is called never gives the thread back.",
        "`await` marks a place where the function that is called may suspend. The old library does not: it blocks, and takes the "
          + "loop's only thread with it."),
    ])

  static let mended = Question(
    "mended",
    "The old library is called on a thread of its own now, and the task awaits that. After how many milliseconds is purchase 3 answered?",
    unit: "ms", in: 0...10_000,
    answer: Pool.eventLoop.timeline(of: Purchase.requests(3)).responseTimes[2].inMilliseconds,
    subject: "The response time of purchase 3", why: "Why is that as quick as without the old library?",
    reasons: [
      .wrong(
        "On a thread of its own the library gives its thread back.",
        "It blocks as ever. But it blocks a thread that nothing else needs."),
      .right(
        "Other threads do the blocking, and the loop only awaits what they bring back.",
        "For the loop it is a wait like any other: it goes on with other purchases until the answer is there."
      ),
      .wrong(
        "The library is quicker on a thread of its own.",
        "Charging a card takes 60 ms, wherever it is called from. It is the others that are quicker."),
    ])

  static let questions = [blocked, mended]
}
