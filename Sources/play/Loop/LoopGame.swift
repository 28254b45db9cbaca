import Console
import Figures
import Measurement
import Queueing
import Workload

/// The game in which the reader is the event loop.
struct LoopGame: Game {
  let round: LoopRound
  private(set) var state: LoopState
  private(set) var message: String
  private(set) var isHalfway = false
  /// What the last choice cost, as a colour; none where it was refused.
  private(set) var tone: Ink?
  private let loops: LoopState
  /// Where all pictures end, so that they do not shift under the reader's eyes.
  private let end: Duration

  init(_ round: LoopRound) {
    self.round = round
    state = LoopState(round)
    loops = LoopState.loops(round)
    message = round.opening
    let serial = zip(Prediction.serialResponseTimes(of: round.requests), round.requests).map {
      $0 + $1.arrival
    }
    end = max(loops.timeline.end, (loops.timeline.end + (serial.max() ?? .zero)) / 2)
  }

  var title: String { "Be the event loop · \(round.title)" }
  var moves: Int { state.moves.count }
  var isOver: Bool { state.isOver }

  var ending: String { isOver ? LoopWords(state: state).verdict(round, loops: loops) : "" }

  let rules = """
    A number runs that request until it waits or is answered. If it is not ready, you keep the thread until it is: that \
    is a blocking call.
    w puts the thread to sleep, and the next key says until when: a number, until that request is ready; w again, until \
    the first one is.
    A loop runs what became ready first. When nothing is ready, it sleeps until the first timer.
    """

  var question: String {
    if isHalfway {
      return "Until which of them is ready: \(Self.choice(state.timers))? Or w: until the first."
    }
    let present = (0..<state.count).filter { state.departure($0) == nil && !state.isComing($0) }
    let runs = present.isEmpty ? "No request has come yet." : "Who runs next: \(Self.choice(present))?"
    guard !state.timers.isEmpty else { return runs }
    return runs + (present.isEmpty ? " w: the thread sleeps." : " Or w: the thread sleeps.")
  }

  private static func choice(_ requests: [Int]) -> String {
    LoopWords.list(requests.sorted().map { "\($0 + 1)" }, "or")
  }

  mutating func press(_ key: Character) -> Bool {
    tone = nil
    if isHalfway { return pressSecond(key) }
    if key == "w" || key == "W" {
      isHalfway = !state.timers.isEmpty
      if !isHalfway { message = "There is no timer to sleep until: every request is ready." }
      return true
    }
    guard let request = request(key) else { return false }
    if let refusal = refusal(request) {
      message = refusal
    } else if state.isComing(request) {
      message = "Request \(request + 1) has not come yet. It comes at \(LoopWords.time(state.due(request)))."
    } else {
      make(.run(request))
    }
    return true
  }

  /// The key behind a `w`.
  private mutating func pressSecond(_ key: Character) -> Bool {
    if key == "w" || key == "W" {
      isHalfway = false
      make(.sleep(until: state.timers[0]))
      return true
    }
    guard let request = request(key) else { return false }
    isHalfway = false
    if let refusal = refusal(request) {
      message = refusal
    } else if !state.timers.contains(request) {
      message = "Request \(request + 1) is ready already: there is nothing to wait for. Run it."
    } else {
      make(.sleep(until: request))
    }
    return true
  }

  private func request(_ key: Character) -> Int? {
    guard let number = key.wholeNumberValue, (1...state.count).contains(number) else { return nil }
    return number - 1
  }

  private func refusal(_ request: Int) -> String? {
    state.departure(request).map { "Request \(request + 1) has its answer, since \(LoopWords.time($0))." }
  }

  private mutating func make(_ choice: LoopState.Choice) {
    state.choose(choice)
    let move = state.moves.last!
    message = LoopWords(state: state).about(move)
    tone = !move.late.isEmpty || !move.isLoops && !move.kept.isEmpty ? .bad : nil
  }

  func picture(_ style: TextStyle) -> [String] {
    let kinds = Set(Span.Kind.allCases)
    let yours = state.timeline
    guard isOver else {
      return Array(Figure.timeline(yours, title: "", end: end, legend: kinds).text(style).dropFirst())
    }
    let end = max(yours.end, loops.timeline.end)
    return Figure.stack(
      [
        .timeline(yours, title: "You", end: end, legend: kinds),
        .timeline(loops.timeline, title: "The loop", end: end, legend: kinds),
      ], style)
  }

  func board(_ style: TextStyle) -> [String] {
    guard !isOver else { return [] }
    let words = LoopWords(state: state)
    let ready = state.ready.map { row($0, words.plan($0)) }
    let timers = state.timers.map { row($0, words.expectation($0)) }
    let now = "Ready at \(LoopWords.time(state.now)), first come first:"
    let left = [now] + (ready.isEmpty ? ["  none"] : ready)
    let right = ["Timers:"] + (timers.isEmpty ? ["  none"] : timers)
    // Half the page each, but the left one gets what it needs as long as the right one has enough.
    let (needed, widest) = (DisplayWidth.most(left) + 2, DisplayWidth.most(right))
    guard needed + widest <= style.width else {
      return [left, right].flatMap { [Ink.dim.paint($0[0], style)] + $0.dropFirst() }
    }
    let column = max(needed, min(42, style.width - widest))
    return (0...state.count).map { index in
      let first = index < left.count ? left[index] : ""
      let second = index < right.count ? right[index] : ""
      let line = second.isEmpty ? first : DisplayWidth.pad(first, to: column) + second
      return index == 0 ? Ink.dim.paint(line, style) : line
    }
  }

  private func row(_ request: Int, _ text: String) -> String {
    let deadline = state.deadlines[request].map {
      $0 >= state.now ? " (due by \(NumberText.short($0.inMilliseconds)))" : " (too late)"
    }
    return "  \(request + 1)  \(text)\(deadline ?? "")"
  }
}
