import Console
import LessonKit
import Measurement
import Workload

/// What turned knobs make of the lecture's scenario, and why, in sentences; all of it computed, so that it is exact in real time too.
struct WhatChanged {
  let scenario: TurnedScenario

  init(_ scenario: TurnedScenario) { self.scenario = scenario }

  /// What one sees first, and then why.
  var sentences: [String] { [outcome] + [blocking, threads, reason].compactMap { $0 } }

  // MARK: What is seen

  private var outcome: String {
    let before = TurnedScenario.lecture
    guard scenario.requests.count > 1 else {
      return
        "A single request, which has the server to itself: it takes its own time, \(text(requests[0].ownTime))."
    }
    return
      "One after another, the last answer leaves after \(text(scenario.oneAfterAnother.end)); overlapped, after "
      + "\(text(end)), and request \(last) is the last. In the lecture these are "
      + "\(text(before.oneAfterAnother.end)) and \(text(before.overlapped.end)), and request 2 is the last."
  }

  private var requests: [Request] { scenario.requests }
  private var end: Duration { scenario.overlapped.end }
  private var last: Int {
    let departures = scenario.overlapped.lanes.map { $0.departure! }
    return departures.firstIndex(of: departures.max()!)! + 1
  }

  // MARK: Why

  /// What the requests that block do to the others, beside the same scenario in which they await.
  private var blocking: String? {
    let numbers = scenario.blocking.sorted()
    guard !numbers.isEmpty, numbers.count < requests.count else { return nil }
    var awaiting = scenario
    awaiting.blocking = []
    let delays = zip(scenario.overlapped.responseTimes, awaiting.overlapped.responseTimes).map { $0 - $1 }
    let late = delays.indices.filter { delays[$0] > .zero }
    let keeps =
      numbers.count == 1
      ? "\(Self.names(numbers)) blocks: while it waits, it keeps the thread"
      : "\(Self.names(numbers)) block: while one of them waits, it keeps the thread"
    guard let worst = late.max(by: { delays[$0] < delays[$1] }) else {
      return
        "\(keeps.beginningASentence). But no other request needs the thread just then, so none of them is late."
    }
    let effect: String
    if Set(late.map { delays[$0] }).count == 1 {
      effect =
        "\(Self.names(late.map { $0 + 1 })) \(late.count == 1 ? "waits" : "wait") \(text(delays[worst])) longer"
    } else if late.count <= 3 {
      effect = Self.list(late.map { "request \($0 + 1) waits \(text(delays[$0])) longer" })
    } else {
      effect =
        "\(Self.names(late.map { $0 + 1 })) wait longer, and request \(worst + 1) the longest: \(text(delays[worst])) more"
    }
    return "\(keeps.beginningASentence), so \(effect)."
  }

  /// What the other threads are worth, beside the same scenario on one.
  private var threads: String? {
    guard scenario.threads > 1, requests.count > 1 else { return nil }
    var one = scenario
    one.threads = 1
    let (serial, alone) = (one.oneAfterAnother.end, one.overlapped.end)
    let overlapped =
      end > alone * 0.9
      ? "Overlapped, they gain little (\(text(end)) instead of \(text(alone))): one thread had time to spare."
      : "Overlapped, it is \(text(end)) instead of \(text(alone)): here one thread had too much to do."
    return
      "With \(scenario.threads) threads, \(scenario.threads) requests are served at a time even if each keeps its thread: all are answered after "
      + "\(text(scenario.oneAfterAnother.end)) instead of \(text(serial)). \(overlapped)"
  }

  /// What sets the end to the overlapped picture.
  private var reason: String? {
    guard requests.count > 1, scenario.threads == 1 else { return nil }
    let work = requests.reduce(.zero) { $0 + $1.work }
    let own = requests[last - 1].ownTime
    let arrival = requests[last - 1].arrival
    if requests.allSatisfy({ $0.waiting == .zero }) {
      return "No request waits, so there is nothing to overlap: both ways take equally long."
    }
    if scenario.blocking.count == requests.count {
      return
        "All requests block, so none of them lets another in, and nothing overlaps. `await` does not help where the function that is "
        + "called keeps the thread."
    }
    if scenario.overlapped.responseTimes[last - 1] == own {
      let takes = arrival == .zero ? "takes" : "arrives at \(text(arrival)) and takes"
      return
        "Request \(last) \(takes) just its own time, \(text(own)): it never had to queue for the thread, so nothing could have "
        + "answered it sooner."
    }
    guard scenario.blocking.isEmpty else { return nil }
    if end - requests.map(\.arrival).min()! == work {
      return
        "The thread is never idle: all requests together compute for \(text(work)), and work cannot overlap."
    }
    return
      "All requests together compute for \(text(work)), one at a time. Whenever two want the thread at the same moment, one of them queues: "
      + "request \(last) takes \(text(scenario.overlapped.responseTimes[last - 1])), and on its own \(text(own))."
  }

  private func text(_ time: Duration) -> String { NumberText.short(time.inMilliseconds, unit: "ms") }

  /// For example `requests 1, 3 and 4`.
  static func names(_ numbers: [Int]) -> String {
    (numbers.count == 1 ? "request " : "requests ") + list(numbers.map(String.init))
  }

  private static func list(_ words: [String]) -> String {
    words.count == 1 ? words[0] : "\(words.dropLast().joined(separator: ", ")) and \(words.last!)"
  }
}

extension String {
  fileprivate var beginningASentence: String { prefix(1).uppercased() + dropFirst() }
}
