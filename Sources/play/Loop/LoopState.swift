import Measurement
import Workload

/// A loop with one thread, the choices of which come from outside: the rules of the game, without any words.
struct LoopState: Sendable, Hashable {
  /// What a loop can do next. Requests are named by their places.
  enum Choice: Sendable, Hashable {
    /// Has a request run; one that is not ready is stayed with until it is.
    case run(Int)
    /// Sleeps until a request is ready.
    case sleep(until: Int)
  }

  enum Deed: Sendable, Hashable {
    /// The first of the ready queue ran.
    case ranFirst
    /// One that is ready ran, and others had been ready before it.
    case ranOutOfTurn
    /// The thread was held until a request's answer was there, and then it ran.
    case stayed
    /// Nothing was ready, and the first timer ended the sleep.
    case slept
    /// Nothing was ready, and a timer went off during the sleep.
    case overslept
    /// The thread slept although a request was ready.
    case idled
  }

  struct Move: Sendable, Hashable {
    var choice: Choice
    var deed: Deed
    var start: Duration
    var end: Duration
    /// When the request began to run, behind the time for which it was stayed with.
    var beginning: Duration
    /// What the request did on the thread; none where the thread slept.
    var steps: [Step] = []
    /// For what it waits then; `nil` where it was answered or none ran.
    var wait: Step?
    /// The requests that could have run instead, and for how long they stood there: what the choice cost.
    var kept: [Kept] = []
    /// The requests that were ready, or became so, while the thread was blocked in a handler.
    var blocked: [Kept] = []
    /// The requests whose deadline went by.
    var late: [Int] = []

    struct Kept: Sendable, Hashable {
      var request: Int
      var time: Duration
    }

    /// Whether a loop would have chosen the same.
    var isLoops: Bool { deed == .ranFirst || deed == .slept }
  }

  private struct Visitor: Sendable, Hashable {
    var request: Request
    var next = 0
    /// When it comes, or its wait ends: from then on it is ready.
    var due: Duration
    /// Of two that are due at the same instant, the one that began to wait earlier is first.
    var order: Int
    var spans: [Span] = []
    var departure: Duration?
  }

  let blocking: Set<String>
  let deadlines: [Int: Duration]
  private var visitors: [Visitor]
  private var orders: Int
  private(set) var now = Duration.zero
  private(set) var moves: [Move] = []

  init(_ round: LoopRound) {
    (blocking, deadlines) = (round.blocking, round.deadlines)
    visitors = round.requests.enumerated().map {
      Visitor(request: $1, due: $1.arrival, order: $0)
    }
    orders = visitors.count
  }

  var count: Int { visitors.count }
  var isOver: Bool { visitors.allSatisfy { $0.departure != nil } }

  /// The requests that could run now, in the order in which they became ready.
  var ready: [Int] { open.filter { visitors[$0].due <= now } }

  /// The requests that wait or have not come yet, the first to be ready first.
  var timers: [Int] { open.filter { visitors[$0].due > now } }

  private var open: [Int] {
    visitors.indices.filter { visitors[$0].departure == nil }
      .sorted { (visitors[$0].due, visitors[$0].order) < (visitors[$1].due, visitors[$1].order) }
  }

  /// When a request is ready, or since when it has been.
  func due(_ request: Int) -> Duration { visitors[request].due }
  func departure(_ request: Int) -> Duration? { visitors[request].departure }
  /// Whether a request is still to come.
  func isComing(_ request: Int) -> Bool { visitors[request].request.arrival > now }

  /// For what a request waits, or has waited last; `nil` before its first turn.
  func wait(_ request: Int) -> Step? {
    let visitor = visitors[request]
    return visitor.next == 0 ? nil : visitor.request.steps[visitor.next - 1]
  }

  /// What a request will do in its next turn, and for what it waits then.
  func turn(_ request: Int) -> (steps: [Step], wait: Step?) {
    let steps = visitors[request].request.steps[visitors[request].next...]
    let held = steps.prefix { $0.kind == .work || blocking.contains($0.name) }
    return (Array(held), steps.dropFirst(held.count).first)
  }

  /// What a loop would choose; `nil` when all are answered.
  var loops: Choice? { ready.first.map { .run($0) } ?? timers.first.map { .sleep(until: $0) } }

  /// Makes a choice; one that cannot be made changes nothing.
  mutating func choose(_ choice: Choice) {
    switch choice {
    case .run(let request) where visitors[request].departure == nil && !isComing(request): run(request)
    case .sleep(let request) where visitors[request].departure == nil && visitors[request].due > now:
      sleep(until: request)
    default: break
    }
  }

  private mutating func run(_ request: Int) {
    let start = now
    let (others, waiting) = (ready, timers)
    let isReady = others.contains(request)
    let deed: Deed = !isReady ? .stayed : others.first == request ? .ranFirst : .ranOutOfTurn
    let turn = turn(request)
    var visitor = visitors[request]
    add(.wait, until: min(now, visitor.due), to: &visitor)
    add(isReady ? .queue : .block, until: max(now, visitor.due), to: &visitor)
    now = max(now, visitor.due)
    let begin = now
    for step in turn.steps {
      now += step.duration
      add(step.kind == .work ? .work : .block, until: now, to: &visitor)
    }
    visitor.next += turn.steps.count
    if let wait = turn.wait {
      visitor.next += 1
      (visitor.due, visitor.order) = (now + wait.duration, orders)
      orders += 1
    } else {
      visitor.departure = now
    }
    visitors[request] = visitor
    var move = Move(
      choice: .run(request), deed: deed, start: start, end: now, beginning: begin, steps: turn.steps,
      wait: turn.wait)
    switch deed {
    case .ranOutOfTurn:
      move.kept = others.prefix { $0 != request }.map { Move.Kept(request: $0, time: now - start) }
    case .stayed: move.kept = kept(others + waiting, besides: request, until: begin, from: start)
    default: break
    }
    if turn.steps.contains(where: { $0.kind == .wait }) {
      move.blocked = kept(others + waiting, besides: request, until: now, from: begin)
    }
    note(move)
  }

  private mutating func sleep(until request: Int) {
    let start = now
    let (others, waiting) = (ready, timers)
    now = visitors[request].due
    let kept = kept(others + waiting, besides: request, until: now, from: start)
    let deed: Deed = !others.isEmpty ? .idled : kept.isEmpty ? .slept : .overslept
    note(Move(choice: .sleep(until: request), deed: deed, start: start, end: now, beginning: now, kept: kept))
  }

  /// Those that were ready before a stretch of time was over, and for how long of it.
  private func kept(
    _ requests: [Int], besides request: Int, until end: Duration, from start: Duration
  ) -> [Move.Kept] {
    requests.filter { $0 != request && visitors[$0].due < end }
      .map { Move.Kept(request: $0, time: end - max(start, visitors[$0].due)) }
  }

  private mutating func note(_ given: Move) {
    var move = given
    move.late = deadlines.filter { request, deadline in
      // Its deadline went by during this move, and it had not been answered by then.
      deadline >= move.start && deadline < move.end
        && (visitors[request].departure ?? .seconds(3600)) > deadline
    }.keys.sorted()
    moves.append(move)
  }

  private func add(_ kind: Span.Kind, until end: Duration, to visitor: inout Visitor) {
    let start = visitor.spans.last?.end ?? visitor.request.arrival
    guard end > start else { return }
    visitor.spans.append(Span(kind, from: start, to: end))
  }

  /// What has become of the requests up to now.
  var timeline: Timeline {
    Timeline(
      lanes: visitors.map { visitor in
        var visitor = visitor
        if visitor.departure == nil {
          if visitor.next > 0 { add(.wait, until: min(now, visitor.due), to: &visitor) }
          if visitor.due <= now { add(.queue, until: now, to: &visitor) }
        }
        return Lane(
          visitor.request.label, arrival: visitor.request.arrival, spans: visitor.spans,
          departure: visitor.departure)
      })
  }

  /// The same requests, served by a loop from the beginning to the end.
  static func loops(_ round: LoopRound) -> LoopState {
    var state = LoopState(round)
    while let choice = state.loops { state.choose(choice) }
    return state
  }
}
