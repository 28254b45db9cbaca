import Figures
import LessonKit
import Measurement

extension OmissionGrading {
  /// One slow answer first. Then a test that is never late, one that catches up, one whose connection takes a while, one that never
  /// catches up, one that is late by itself, intervals that aren't whole, a single request and none.
  private static let tests: [(interval: Double, requests: [SentRequest])] = [
    (100, log(every: 100, taking: [250, 30, 30])), (100, log(every: 100, taking: [30, 40, 30])),
    (100, log(every: 100, taking: [40, 460, 20, 20, 20, 20, 20, 20])),
    (50, log(every: 50, taking: [25, 20, 20], from: 30)), (10, log(every: 10, taking: [25, 24, 26, 25, 25])),
    (100, [at(0, 20), at(140, 160), at(200, 220)]), (12.5, log(every: 12.5, taking: [5, 40, 5, 5.5])),
    (20, [at(0, 70)]), (20, []),
  ]

  /// What the load test writes down where each request takes a given time.
  private static func log(every interval: Double, taking times: [Double], from start: Double = 0)
    -> [SentRequest]
  {
    var free = start
    return times.enumerated().map { place, time in
      let sent = max(free, Double(place) * interval)
      free = sent + time
      return at(sent, free)
    }
  }

  private static func at(_ sent: Double, _ answered: Double) -> SentRequest {
    SentRequest(sent: sent, answered: answered)
  }

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: tests.map(question),
      andAtRandom: { chance in
        let interval = chance.amount(upTo: chance.one(of: [20, 100]), orZero: false)
        var (requests, free): ([SentRequest], Double) = ([], 0)
        for place in 0..<chance.count(0...6) {
          let planned = Double(place) * interval
          let sent = max(free, planned) + (chance.isSo(oneIn: 4) ? chance.amount(upTo: 30) : 0)
          let next = max(0, planned + interval - sent)
          let time = chance.one(of: [next, chance.amount(upTo: 30), chance.amount(upTo: 250)])
          free = ((sent + time) * 10).rounded() / 10
          requests.append(at((sent * 10).rounded() / 10, free))
        }
        return question(interval, requests)
      }, others: others, slips: slips, ignoring: ignoring)
    if finding.outcome == .passed {
      finding.remark = """
        From the click, not from the sending. What you have put right is called coordinated omission: the slow server itself decides when the \
        load test measures, and its worst moments are left out. A test that opens a connection for each request sends on time, and has \
        nothing to put right; it needs more connections, the slower the server gets. Next: keep the queue from growing at all. (shed)
        """
    }
    return finding
  }

  private static func question(_ interval: Double, _ requests: [SentRequest]) -> FormulaQuestion<Function> {
    let log =
      requests.isEmpty
      ? "no requests"
      : requests.map { "sent at \(text($0.sent)) and answered at \(text($0.answered))" }.joined(
        separator: ", ")
    let special = [
      requests.isEmpty ? "there are no requests" : nil,
      requests.count == 1 ? "there is a single request" : nil,
      requests.first.map { $0.sent > 0 } == true ? "the first request was sent late" : nil,
      interval != interval.rounded() ? "the interval is not a whole number" : nil,
      hasAGap(requests, interval) ? "a request was sent late, though the one before was answered" : nil,
      requests.enumerated().allSatisfy { $1.sent <= Double($0) * interval } ? "no request was late" : nil,
    ]
    return FormulaQuestion(
      "one every \(text(interval)) ms, \(log)", where: special.compactMap(\.self),
      askForList: { try $0(requests, interval) }
    )
    .drawing { drawing(interval, requests, $0, $1) }
  }

  private static func hasAGap(_ requests: [SentRequest], _ interval: Double) -> Bool {
    requests.indices.dropFirst().contains {
      requests[$0].sent > max(Double($0) * interval, requests[$0 - 1].answered)
    }
  }

  /// The waits that the learner counts, and those that the users have, with the time before the sending marked.
  private static func drawing(
    _ interval: Double, _ requests: [SentRequest], _ yours: [Double], _ right: [Double]
  ) -> [Figure] {
    guard !requests.isEmpty else { return [] }
    let longest = requests.map(\.answered).max() ?? 0
    func timeline(_ waits: [Double]) -> Timeline {
      Timeline(
        lanes: zip(requests, waits).enumerated().map { place, pair in
          let (request, wait) = pair
          let end = Duration.seconds(request.answered / 1000)
          let start = Duration.seconds(max(0, request.answered - wait) / 1000)
          let sent = min(max(start, .seconds(request.sent / 1000)), end)
          return Lane(
            "user \(place + 1)", arrival: start,
            spans: [Span(.queue, from: start, to: sent), Span(.wait, from: sent, to: end)].filter {
              $0.duration > .zero
            }, departure: end)
        })
    }
    func figure(_ title: String, _ waits: [Double]) -> Figure {
      .timeline(
        timeline(waits), title: title, end: .seconds(longest / 1000), legend: [.queue, .wait], maximumLanes: 8
      )
    }
    let users = figure("What the users wait, one click every \(text(interval)) ms", right)
    guard yours.count == requests.count, yours.allSatisfy({ (0...longest).contains($0) }) else {
      return [users]
    }
    return [figure("What you count", yours), users]
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
