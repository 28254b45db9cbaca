import Measurement
import Serving

/// The knees of the three servers, and of the first with a page that is ten times as fast.
struct Ramps {
  private var knees: [Discipline: Knee]
  let faster: Knee

  init(knees: [Discipline: Knee], faster: Knee) {
    (self.knees, self.faster) = (knees, faster)
  }

  init(_ laboratory: Laboratory) throws {
    knees = [
      .oneAtATime: try laboratory.knee(.oneAtATime, from: 1, growth: 1.5),
      .threads: try laboratory.knee(.threads, from: Discipline.threadLimit, growth: 1.1),
      .eventLoop: try laboratory.knee(.eventLoop, from: 150, growth: 2),
    ]
    faster = try laboratory.knee(.oneAtATime, Page.usual.faster(by: 10), from: 16, growth: 1.5)
    // One user alone as well: what a page takes with no other visitor there.
    for discipline in Discipline.allCases {
      for users in [1, 50] where discipline != .oneAtATime && self[discipline][users] == nil {
        knees[discipline]!.add(try laboratory.load(discipline, users: users), users: users)
      }
    }
  }

  subscript(discipline: Discipline) -> Knee { knees[discipline]! }

  /// Why a knee is not the server's own: the generator, or the process that both are in, gave way first.
  func obstacle(_ discipline: Discipline) -> String? {
    if let failure = self[discipline].endedBy { return failure.description }
    guard let utilization = atKnee(discipline)?.generatorUtilization, utilization > 0.95 else { return nil }
    return
      "The load generator kept its core busy all the time, so the limit is its own. Try again on a machine that is idle."
  }

  /// The share of a core that the generator used at the event loop's knee, where its users were most.
  var utilization: Double? { atKnee(.eventLoop)?.generatorUtilization }

  /// What a server gives at its knee.
  func atKnee(_ discipline: Discipline) -> LoadResult? { self[discipline][self[discipline].holds] }

  /// How many times as many users one server copes with as another; `nil` where that is none.
  func ratio(_ one: Knee, _ other: Knee) -> Double? {
    other.holds > 0 ? Double(one.holds) / Double(other.holds) : nil
  }

  /// The median time of a page for one user alone, over that of the server that answers one at a time.
  func alone(_ discipline: Discipline) -> Double? {
    guard let own = self[discipline][1], let other = self[.oneAtATime][1], own.answered > 0,
      other.answered > 0
    else { return nil }
    return own.responseTimes.percentile(0.5) / other.responseTimes.percentile(0.5)
  }
}

extension LoadResult {
  /// The response time that 99 of 100 do not exceed.
  var p99: Duration { responseTimes.percentile(0.99) }
}

/// What a short page costs a single user, on the event loop and one at a time, measured several times by turns.
struct Alone {
  /// The best median of the event loop, over that of one at a time; `nil` where no answer came.
  private(set) var ratio: Double?
  /// The smallest share by which the two could be told apart: what a server's own best medians differ by.
  private(set) var resolution = 0.0

  private static let page = Page(work: .microseconds(400), wait: .milliseconds(10))
  private static let rounds = 4

  /// Nothing was measured.
  init() {}

  init(_ laboratory: Laboratory) throws {
    var medians: [Discipline: [Duration]] = [:]
    for _ in 0..<(laboratory.isExact ? 1 : Self.rounds) {
      for discipline in [Discipline.oneAtATime, .eventLoop] {
        let result = try laboratory.load(discipline, Self.page, users: 1)
        if result.answered > 0 {
          medians[discipline, default: []].append(result.responseTimes.percentile(0.5))
        }
      }
    }
    guard let serial = medians[.oneAtATime]?.sorted(), let loop = medians[.eventLoop]?.sorted() else {
      return
    }
    ratio = loop[0] / serial[0]
    resolution = max(0.001, [serial, loop].map { $0[min(1, $0.count - 1)] / $0[0] - 1 }.max()!)
  }
}
