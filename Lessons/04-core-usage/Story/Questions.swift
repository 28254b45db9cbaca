import Console
import LessonKit
import Measurement
import Workload

// What the reader is asked, in the story's order: a guess before the picture, and the reason after it.

extension TwoReasons {
  static let waiting = Question(
    "waiting",
    "One thread that asks for one answer after another has all 16 after 400 ms. How many times as soon does one event loop have them, also on "
      + "one thread, if each answer is awaited by a task of its own?", unit: "×", in: 0...1000,
    answer: Double(Answers().count), subject: "The gain where the tasks wait",
    why: "Why is one thread enough for that?",
    reasons: [
      .wrong(
        "The tasks are spread over all cores.",
        "An event loop has one thread, and a thread is on one core at a time. Where the tasks compute, nothing is gained: see the row "
          + "above."),
      .right(
        "Waiting takes no thread, so that any number of waits pass at the same time.",
        "All 16 are asked for at once, and are there at once, after 25 ms. Where tasks keep the thread while they wait, the gain is gone."
      ),
      .wrong(
        "A task is faster than a thread.",
        "It takes less memory and is quicker to start, but an answer takes its 25 ms either way. What counts is how many are under way."
      ),
    ])

  static let questions = [waiting]
}

extension OneOfTwelve {
  static let share = Question(
    "one-of-twelve",
    "The lecture's machine has 12 cores. One thread computes as fast as it can: what percentage of the machine does the program use?",
    unit: "%", in: 0...1200, answer: OnOneThread.shareOfMachine(cores: lecturesCores) * 100, within: 0.05,
    subject: "One thread on 12 cores", why: "What do the other cores do?",
    reasons: [
      .wrong(
        "The system spreads the thread over all of them, a twelfth to each.",
        "It may move the thread from core to core, and then all of them look a little busy. But it is on one core at a time, and gets no "
          + "more done than that one can do."),
      .wrong(
        "They share the work of the thread, each a part of its code.",
        "A core does look for things to do at the same time, within itself. But no other core takes part: a thread is one line of steps."
      ),
      .right(
        "Nothing: a thread is on one core at a time.",
        "The other eleven are idle, whatever the program does with its one thread. To use them it needs more threads, or a pool."
      ),
    ])

  static let questions = [share]
}

extension AmdahlsLaw {
  static let atMost = Question(
    "at-most",
    "Most programs have a part that one worker has to do alone. Say that 80 % of a program can be spread over cores, and 20 % cannot. However "
      + "many cores there are: how many times as fast does it get at most?", unit: "×", in: 0...1_000_000,
    answer: Amdahl.limit(parallelShare: 0.8), subject: "The limit for 80 %", why: "Why no more than that?",
    reasons: [
      .right(
        "The 20 % that are done alone take as long as ever.",
        "If all the rest took no time at all, a fifth of the time would be left. So it is five times as fast, and no more."
      ),
      .wrong(
        "With ever more cores, they get in each other's way.",
        "That happens too, but the law does not even count it: it is the limit for cores that work together without any friction."
      ),
      .wrong(
        "Only 80 % of the cores can be used.",
        "All cores are used while there is something to spread. But they stand idle while one of them does its part alone."
      ),
    ])

  static let questions = [atMost]
}

extension PickUp {
  static let delayed = Question(
    "delayed",
    "The first request takes 200 ms, and keeps the thread while it waits. After how many milliseconds does the next one's code run?",
    unit: "ms", in: 0...10_000, answer: (two[0].ownTime - two[1].arrival).inMilliseconds,
    subject: "The delay of the next request",
    why: "What is the next request waiting for?",
    reasons: [
      .wrong(
        "For the database, which is busy with the first one.",
        "The database could take both at once. The next request cannot even ask it: its code has not begun."),
      .wrong(
        "For the first one's work to be done.",
        "That is 10 ms in all. For the other 190 the thread does nothing at all, and keeps the next one waiting nevertheless."
      ),
      .right(
        "For the rest of the first one: its 200 ms, less the 50 that have passed.",
        "And in nearly all of that time the thread is idle. In the second picture it is given back, and the next one runs at once."
      ),
    ])

  static let questions = [delayed]
}
