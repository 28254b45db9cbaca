import EventLoop
import Workbook
import Workload

/// A scenario of the loop: who comes, what they do, and what is special about it.
struct LoopRound: Sendable {
  var title: String
  /// What is said before the first choice.
  var opening: String
  /// What there was to see, said at the end.
  var moral: String
  var requests: [Request]
  /// The waits that keep the thread, by the names of the steps.
  var blocking: Set<String> = []
  /// By when requests have to be answered, by their places, counted from the beginning.
  var deadlines: [Int: Duration] = [:]

  private static let usual =
    "You are the event loop, and you have one thread. Choose a request, and it runs until it has to wait. When none is"
    + " ready, say until when you sleep."

  /// The round that goes by a name; `nil` for a name that no round has.
  static func named(_ name: String) -> LoopRound? {
    switch name {
    case "three":
      LoopRound(
        title: "three requests at once", opening: usual,
        moral:
          "A loop does nothing else: run what is ready, first come, first served; when nothing is, sleep until the"
          + " first timer.",
        requests: [
          page(1, user: 65, courses: 120), page(2, user: 65, courses: 120), page(3, user: 25, courses: 60),
        ])
    case "blocking":
      LoopRound(
        title: "one of the handlers blocks",
        opening:
          "The same three requests. But request 2's handler was written for threads: it calls the database and"
          + " blocks. Once it runs, the thread is gone for 65 ms, whatever you choose.",
        moral:
          "Your order only decides which of the others sits through those 65 ms. No loop can take its thread back;"
          + " the remedy is in the handler, and it is one word: await.",
        requests: [
          page(1, user: 65, courses: 120), page(2, user: 65, courses: 120, isBlocking: true),
          page(3, user: 25, courses: 60),
        ],
        blocking: [blockingCall])
    case "deadline":
      LoopRound(
        title: "one of the clients is in a hurry",
        opening:
          "Requests 1 and 2 compute a report; request 3 needs little, but its client hangs up at 60 ms. A loop goes"
          + " by the order in which requests become ready, and knows of no deadlines. You do.",
        moral:
          "First come, first served is fair, and blind to deadlines. Long turns are what hurts: a handler that"
          + " computes for 30 ms holds up all that becomes ready meanwhile.",
        requests: [report(1), report(2), price(3)], deadlines: [2: .milliseconds(60)])
    default: nil
    }
  }

  private static let blockingCall = "the user's data, blocking"

  /// A page of the lecture `visualizing-an-asynchronous-request`.
  private static func page(_ number: Int, user: Int, courses: Int, isBlocking: Bool = false) -> Request {
    Request(
      "request \(number)",
      steps: [
        .work("receive", .milliseconds(5)),
        .wait(isBlocking ? blockingCall : "the user's data", .milliseconds(user)),
        .work("greet", .milliseconds(5)), .wait("the courses", .milliseconds(courses)),
        .work("respond", .milliseconds(5)),
      ])
  }

  private static func report(_ number: Int) -> Request {
    Request(
      "request \(number)",
      steps: [
        .work("receive", .milliseconds(10)), .wait("the sales figures", .milliseconds(40)),
        .work("compute", .milliseconds(30)),
      ])
  }

  private static func price(_ number: Int) -> Request {
    Request(
      "request \(number)",
      steps: [
        .work("receive", .milliseconds(5)), .wait("the price", .milliseconds(30)),
        .work("respond", .milliseconds(5)),
      ])
  }
}

extension LoopRound {
  /// Requests drawn at random. All times are multiples of 5 ms.
  init(_ sample: GameChoice.Sample) {
    var random = SplitMix64(seed: UInt64(clamping: sample.seed))
    func time(_ range: ClosedRange<Int>) -> Duration {
      .milliseconds(5 * Int.random(in: range, using: &random))
    }
    let requests = (1...sample.requests).map { number in
      let arrival = number == 1 ? .zero : Bool.random(using: &random) ? .zero : time(1...12)
      let waits = ["the user's data", "the courses"].prefix(Int.random(in: 1...2, using: &random))
      var steps = [Step.work("receive", time(1...2))]
      for wait in waits {
        steps.append(.wait(wait, time(4...20)))
        steps.append(.work(wait == waits.last ? "respond" : "greet", time(1...4)))
      }
      return Request("request \(number)", arrival: arrival, steps: steps)
    }
    self.init(
      title: "drawn at random, seed \(sample.seed)", opening: Self.usual,
      moral: "Another seed, another day: --seed draws other requests, --requests says how many.",
      requests: requests)
  }
}
