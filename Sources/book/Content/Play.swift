import Console
import Foundation
import Measurement
import Queueing
import Report
import Workload

/// What a lesson's page lets the reader play with: a question to begin with, and the scripts that compute and draw in the page.
struct Play: Sendable {
  /// The name that the scripts know it by.
  var name: String
  /// The scripts of its own, in the order in which they need each other.
  var scripts: [String]
  var title: String
  var introduction: String
  /// What is asked before anything is shown; the answer is computed by the model that the lesson itself uses.
  var question: Told.Question

  /// The play of a lesson, by its id; most will have none.
  static func of(_ lesson: String) -> Play? {
    switch lesson {
    case Syllabus.serialVersusAsync.id: timelines
    case Syllabus.scalabilityVersusSpeed.id: crowd
    case Syllabus.threadsVersusAsync.id: loop
    case Syllabus.coreUsage.id: amdahl
    default: nil
    }
  }

  /// Requests, their work and their waiting, on a server of the reader's choice.
  private static var timelines: Play {
    let steps = [
      Step.work("begin", .milliseconds(10)), .wait("wait", .milliseconds(100)),
      .work("end", .milliseconds(10)),
    ]
    let requests = (1...4).map { Request("request \($0)", steps: steps) }
    return Play(
      name: "timelines", scripts: ["pool", "timelines"], title: "Change the requests",
      introduction: "Change how long requests work and wait, and what the server does while they wait.",
      question: Told.Question(
        "Four requests arrive together. Each works for 10 ms, waits for 100 ms, and works for 10 ms again. One thread serves "
          + "them all, and they give it back while they wait. After how many milliseconds is request 4 answered?",
        answer: Pool.eventLoop.timeline(of: requests).responseTimes.last.map(milliseconds), unit: "ms",
        reasons: [
          wrong(
            "All four wait for 100 ms, and one thread can only wait for one of them at a time.",
            "That is what blocking would do: request 4 would be answered after 480 ms. A wait that is awaited needs no thread."
          ),
          right(
            "Waits overlap, but request 4 had to stand in line for the thread while the others worked.",
            "Yes. Its own time is 120 ms. Before it can begin, requests 1, 2 and 3 work for 10 ms each."),
          wrong(
            "They are all overlapped, so each of them takes just its own time.",
            "Only the waits overlap. There is one thread, and while it works for one request it works for no other."
          ),
        ]))
  }

  /// Users on a server: the knee, and Little's law.
  private static var crowd: Play {
    let page = [Step.work("page", .milliseconds(2)), .wait("wait", .milliseconds(98))]
    let knee = page.reduce(.zero) { $0 + $1.duration } / page[0].duration
    return Play(
      name: "crowd", scripts: ["curve", "crowd"], title: "Find the knee",
      introduction:
        "Every user asks again as soon as the answer is there. Change their number, the page, and the server: where does it give way?",
      question: Told.Question(
        "A page works for 2 ms and waits for 98 ms. One event loop serves it. With how many users is its thread never idle any more?",
        answer: knee, unit: "users",
        reasons: [
          right(
            "While one page waits for 98 ms, there is time for the work of 49 others.",
            "Yes. From 50 users on, the thread always has a page to work for, and more users only wait longer."
          ),
          wrong(
            "A page takes 100 ms, so ten users fill a second.",
            "Ten would, if they were served one after another. Here they wait side by side, and only the work counts."
          ),
          wrong(
            "Each user needs 2 ms, so it takes 500 users.",
            "500 pages a second is what the thread can do. Each of 50 users gets ten of them, one every 100 ms."
          ),
        ]))
  }

  /// The loop, step by step.
  private static var loop: Play {
    let purchases = Pool.eventLoop.timeline(of: Scenario.purchases(3))
    return Play(
      name: "loop", scripts: ["loop"], title: "Be the event loop",
      introduction:
        "One thread, a ready queue, and a list of tasks that sleep. Go forward and back, one step at a time, and say who runs next.",
      question: Told.Question(
        "Three purchases arrive together. Each computes for 5 ms in all and waits for 95 ms. After how many milliseconds are all three answered?",
        answer: purchases.lanes.compactMap(\.departure).max().map(milliseconds), unit: "ms",
        reasons: [
          wrong(
            "Three times 100 ms, since there is only one thread.",
            "That would be one after another. The thread does not stay with a purchase that waits."),
          right(
            "The waits of all three pass at the same time; only their pieces of work stand in each other's way.",
            "Yes. Each piece of work is so short that the others hardly have to wait for it."),
          wrong(
            "Exactly 100 ms, since everything overlaps.",
            "Nearly. But the thread can work for one purchase at a time, so the later ones are a few milliseconds late."
          ),
        ]))
  }

  /// What more cores are worth.
  private static var amdahl: Play {
    Play(
      name: "amdahl", scripts: ["pool", "curve", "amdahl"], title: "Add cores",
      introduction:
        "How much of a program can be spread, and does it compute or wait? See what more cores are worth.",
      question: Told.Question(
        "80 % of a program can be spread over cores. How many times as fast is it on 4 cores?",
        answer: 1 / (0.2 + 0.8 / 4), unit: "×",
        reasons: [
          right(
            "The part that is spread takes a quarter of its time; the rest takes as long as before.",
            "Yes: 20 % + 80 % / 4 = 40 % of the time, so 2.5 times as fast."),
          wrong(
            "Four cores do four times as much.",
            "Only for the part that can be spread. For the other 20 % three of the cores have nothing to do."),
          wrong(
            "80 % of 4 is 3.2.",
            "Shares of time do not add up like that. Ask how long each part takes now: 20 % stays, and 80 % becomes 20 %."
          ),
        ]))
  }

  private static func right(_ text: String, _ reply: String) -> Told.Reason {
    Told.Reason(text, reply: reply, isRight: true)
  }

  private static func wrong(_ text: String, _ reply: String) -> Told.Reason {
    Told.Reason(text, reply: reply)
  }

  private static func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }
}
