import Console
import Measurement
import Workload

/// What the reader is told about the choices of a loop.
struct LoopWords {
  let state: LoopState

  func about(_ move: LoopState.Move) -> String {
    let blocked =
      move.blocked.isEmpty ? [] : ["The thread is not yours while it blocks: \(stood(move.blocked))."]
    let late = move.late.map { request in
      "Too late for request \(request + 1): its client hung up at \(time(state.deadlines[request]!))."
    }
    return ([deed(move)] + blocked + late).joined(separator: " ")
  }

  private func deed(_ move: LoopState.Move) -> String {
    switch (move.deed, move.choice) {
    case (.ranFirst, .run(let request)): return turn(of: request, move)
    case (.ranOutOfTurn, .run(let request)):
      let why =
        state.deadlines[request] != nil && !move.late.contains(request)
        ? "A loop would not know that it is in a hurry."
        : "A loop takes the one that became ready first, so that none waits for ever."
      return
        "Out of turn: \(stood(move.kept)) meanwhile, though ready first. \(why) \(turn(of: request, move))"
    case (.stayed, .run(let request)):
      let answer = time(move.beginning)
      let held =
        "Request \(request + 1) is not ready, so you hold the thread until it is, at \(answer): a blocking call."
      return move.kept.isEmpty
        ? "\(held) No other request needed the thread this time. Had one come, it would have stood idle."
          + " \(turn(of: request, move))"
        : "\(held) Meanwhile \(stood(move.kept)). \(turn(of: request, move))"
    case (.slept, .sleep(let request)):
      return
        "Nothing is ready, so the thread sleeps until the first timer, at \(time(move.end)): \(isReady(request))."
    case (.overslept, .sleep(let request)):
      return "You overslept: \(stood(move.kept)) until \(time(move.end)), when \(isReady(request))."
        + " When nothing is ready, sleep until the first timer."
    case (.idled, .sleep):
      return "Time passes, and no request is served: \(stood(move.kept)), and so did the thread."
        + " Sleep only when nothing is ready."
    default: return ""
    }
  }

  /// What a request did on the thread, for example `Request 3 works for 5 ms and is answered, after 111 ms.`
  private func turn(of request: Int, _ move: LoopState.Move) -> String {
    let parts = move.steps.map { step in
      (step.kind == .work ? "works for " : "blocks the thread for ") + time(step.duration)
    }
    let rest =
      move.wait.map { "then waits for \($0.name) until \(time(move.end + $0.duration))" }
      ?? "is answered at \(time(move.end))"
    return "Request \(request + 1) \(Self.list(parts + [rest]))."
  }

  /// For example `requests 2 and 3 stood idle for 5 and 10 ms`.
  private func stood(_ kept: [LoopState.Move.Kept]) -> String {
    let kept = kept.sorted { $0.request < $1.request }
    let times = Set(kept.map(\.time)).count == 1 ? [kept[0].time] : kept.map(\.time)
    let numbers = times.map { NumberText.short($0.inMilliseconds) }
    return "\(Self.requests(kept.map(\.request))) stood idle for \(Self.list(numbers)) ms"
  }

  private func isReady(_ request: Int) -> String {
    state.wait(request) == nil ? "request \(request + 1) comes" : "request \(request + 1) is ready again"
  }

  /// What a request that is ready will do.
  func plan(_ request: Int) -> String {
    let turn = state.turn(request)
    let whole = turn.steps.reduce(.zero) { $0 + $1.duration }
    let blocked = turn.steps.reduce(.zero) { $1.kind == .wait ? $0 + $1.duration : $0 }
    let answer = turn.wait.map { "waits for \($0.name)" } ?? "the answer"
    return blocked == .zero
      ? "\(time(whole)), then \(answer)"
      : "\(time(whole)) (\(NumberText.short(blocked.inMilliseconds)) blocked), \(answer)"
  }

  func expectation(_ request: Int) -> String {
    let due = time(state.due(request))
    guard let wait = state.wait(request) else { return "comes at \(due)" }
    return "at \(due), \(wait.name)"
  }

  /// What the reader's game was, beside the loop's own.
  func verdict(_ round: LoopRound, loops: LoopState) -> String {
    let (yours, its) = (state.timeline, loops.timeline)
    let deadlines = round.deadlines.sorted { $0.key < $1.key }
    // A request that had its answer in time here, and not there.
    let saved = deadlines.first {
      state.departure($0.key)! <= $0.value && loops.departure($0.key)! > $0.value
    }
    var said: [String] = []
    if yours == its {
      said.append("Right, to the millisecond: yours is the loop's own timeline.")
    } else if let saved {
      said.append(
        "You beat the loop. Request \(saved.key + 1) has its answer at \(time(state.departure(saved.key)!)); the loop's"
          + " comes at \(time(loops.departure(saved.key)!)), when the client is gone.")
      said += slower(yours, its).map { "The price: " + $0.prefix(1).lowercased() + $0.dropFirst() }
    } else {
      if yours.spans(.wait).isEmpty, !yours.spans(.block).isEmpty {
        said.append(
          "You have played the server that serves one request at a time: each waited for all before it.")
      }
      said += sooner(yours, its) + slower(yours, its)
      if said.isEmpty {
        said.append("Every request was answered at the moment at which the loop answers it.")
      }
      if let costly { said.append(costly) }
    }
    for (request, deadline) in deadlines where state.departure(request)! > deadline {
      said.append(
        "Request \(request + 1) was too late: it had until \(time(deadline))."
          + (loops.departure(request)! > deadline ? " The loop misses it, too; try another order." : ""))
    }
    return (said + [round.moral]).joined(separator: " ")
  }

  /// The request that gained most against the loop, if any did.
  private func sooner(_ yours: Timeline, _ its: Timeline) -> [String] {
    greatest(its, over: yours).map { request in
      "You answered request \(request + 1) sooner than the loop does: after \(time(yours.responseTimes[request])), not"
        + " \(time(its.responseTimes[request]))."
    }
  }

  /// The request that lost most against the loop, if any did.
  private func slower(_ yours: Timeline, _ its: Timeline) -> [String] {
    greatest(yours, over: its).map { request in
      "Request \(request + 1) took \(time(yours.responseTimes[request])); with the loop it takes"
        + " \(time(its.responseTimes[request]))."
    }
  }

  /// The request whose response time is most above that of another timeline; none where no request's is.
  private func greatest(_ one: Timeline, over other: Timeline) -> [Int] {
    let excess = zip(one.responseTimes, other.responseTimes).map { $0 - $1 }
    return excess.indices.filter { excess[$0] > .zero }.max { excess[$0] < excess[$1] }.map { [$0] } ?? []
  }

  /// The choice that cost most.
  private var costly: String? {
    func cost(_ move: LoopState.Move) -> Duration { move.kept.reduce(.zero) { $0 + $1.time } }
    guard let move = state.moves.filter({ !$0.kept.isEmpty }).max(by: { cost($0) < cost($1) }) else {
      return nil
    }
    let deed =
      switch (move.deed, move.choice) {
      case (.ranOutOfTurn, .run(let request)): "request \(request + 1) ran out of turn"
      case (.stayed, .run(let request)): "you held the thread for request \(request + 1)"
      case (.overslept, _): "you overslept a timer"
      default: "you slept although there was work"
      }
    return "What cost most: at \(time(move.start)) \(deed), and \(stood(move.kept))."
  }

  private func time(_ duration: Duration) -> String { Self.time(duration) }

  static func time(_ duration: Duration) -> String { NumberText.short(duration.inMilliseconds, unit: "ms") }

  /// For example `requests 1 and 3`.
  private static func requests(_ requests: [Int]) -> String {
    (requests.count == 1 ? "request " : "requests ") + list(requests.map { "\($0 + 1)" })
  }

  /// For example `a, b and c`.
  static func list(_ parts: [String], _ word: String = "and") -> String {
    parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " \(word) \(parts.last!)"
  }
}
