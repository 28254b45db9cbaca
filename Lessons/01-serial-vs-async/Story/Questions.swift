import LessonKit
import Measurement
import Queueing
import Workload

// What the reader is asked, in the story's order: a guess before the picture, and the reason after it.

extension Bars {
  static let serialThird = Question(
    "serial-third", "Request 3 is the last in the line. After how many milliseconds is it answered?",
    unit: "ms",
    in: 0...10_000,
    answer: Prediction.serialResponseTimes(of: ThreeRequests.atOnce)[2].inMilliseconds,
    subject: "The response time of request 3",
    why: "Request 3 needs 100 ms on its own. Why does it take 500?",
    reasons: [
      .wrong(
        "It has more to compute than the other two.",
        "Each of the three computes for 15 ms. What request 3 has less of is waiting: on its own it is the shortest."
      ),
      .right(
        "It stands in line behind requests 1 and 2, which take 200 ms each.",
        "In a queue, a response time is the time of all the requests ahead, plus your own: 200 + 200 + 100."),
      .wrong(
        "The database is slower when three requests use it.",
        "The database takes as long as ever. The bar of request 3 is no longer than before; it only begins late, and the dots in "
          + "front of it are the queue."),
    ])

  static let first = Question(
    "first",
    "Now the server carries on with another request while one waits. Which request is answered first?",
    in: 1...3, answer: Double(overlapped.indices.min { overlapped[$0] < overlapped[$1] }! + 1), within: 0,
    subject: "The request that is answered first", why: "Why is request 3 the first now?",
    reasons: [
      .wrong(
        "The server picks the shortest request first.",
        "It cannot know how long a request will take. It begins them in the order in which they came: 1, 2, 3."
      ),
      .wrong(
        "It has the database to itself.",
        "For most of its time all three requests wait for the database at once. Compare the waits (░) in the picture."
      ),
      .right(
        "The waits pass at the same time, so each request takes about its own time.",
        "Request 3 has the shortest time of its own, so it is done first. Where the waits overlap, the place in the line hardly "
          + "counts any more."),
    ])

  static let third = Question(
    "third", "And after how many milliseconds is request 3 answered?", unit: "ms", in: 0...10_000,
    answer: overlapped[2].inMilliseconds, subject: "The response time of request 3",
    why: "On its own it takes 100 ms. Where do the other 10 come from?",
    reasons: [
      .right(
        "From the thread: it has to receive requests 1 and 2 first, for 5 ms each.",
        "Waits overlap, and work does not: there is one thread, and two pieces of work are ahead of request 3."
      ),
      .wrong(
        "From switching between the requests.",
        "In virtual time a switch costs nothing at all, and it is 110 ms there too. Look at the very beginning of its bar."
      ),
      .wrong(
        "From the database, which is slower under load.",
        "Both waits of request 3 are exactly as long as before. Look at what comes in front of the first."),
    ])

  static let questions = [serialThird, first, third]

  private static let overlapped = Prediction.eventLoopResponseTimes(of: ThreeRequests.atOnce)
}

extension Limits {
  static let ceiling = Question(
    "ceiling",
    "Each of them computes for 3.75 ms and waits for 46.25. However many there are: how many can one thread answer in a second, at best?",
    in: 0...1_000_000, answer: Ceiling.requestsPerSecond(like: ThreeRequests.crowd(of: 1)[0]),
    subject: "The most that one thread can answer in a second", why: "What sets this limit?",
    reasons: [
      .wrong(
        "The time that a request takes: a second holds 20 times 50 ms.",
        "That is the limit for one after another. Overlapped, the waits of many requests pass at the same time, and what is left "
          + "to add up is something else."),
      .right(
        "The work of a request: a second holds 267 times 3.75 ms.",
        "Then the thread is never idle. A faster database would not change this limit; less work for each request would."
      ),
      .wrong(
        "Nothing: with enough requests at once there is no limit.",
        "Look at the curve: it flattens. Each request brings work along, and one thread does one piece of work at a time."
      ),
    ])

  static let questions = [ceiling]
}

extension Scalability {
  static let nothingWaits = Question(
    "nothing-waits",
    "At the left end nothing waits: a request computes for all of its 10 ms. How many times as many a second are answered there if they are "
      + "overlapped?", unit: "×", in: 0...1000,
    answer: Ceiling.gain(of: Ceiling.alike(16, waitingShare: 0)[0]),
    subject: "The gain where nothing waits", why: "Why is nothing gained there?",
    reasons: [
      .right(
        "There is no wait in which another request could use the thread.",
        "All that overlapping does is to put one request's work into another one's waits. Where there are none, there is no room."
      ),
      .wrong(
        "`await` makes every request slower, which eats up the gain.",
        "An `await` costs next to nothing beside 10 ms. The thread is busy all the time in both ways, so that there is nothing to gain."
      ),
      .wrong(
        "Sixteen requests are too few.",
        "With any number it is the same: each needs the thread for 10 ms, and one at a time can have it."),
    ])

  static let questions = [nothingWaits]
}
