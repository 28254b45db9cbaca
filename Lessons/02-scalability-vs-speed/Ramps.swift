import Serving

/// The knees of the three servers, and of the first with a page that is ten times as fast.
struct Ramps {
  private var knees: [Discipline: Knee]
  let faster: Knee

  // [00:39] [00:43] [01:00] [01:02] The knee lies between the most users that are served well and the fewest that are not.
  init(_ laboratory: Laboratory) throws {
    knees = [
      .oneAtATime: try laboratory.knee(.oneAtATime, from: 1, growth: 1.5),
      .threads: try laboratory.knee(.threads, from: Discipline.threadLimit, growth: 1.1),
      .eventLoop: try laboratory.knee(.eventLoop, from: 150, growth: 2),
    ]
    faster = try laboratory.knee(.oneAtATime, Page.usual.faster(by: 10), from: 16, growth: 1.5)
    // One user alone as well: what a page takes where nobody else is there.
    for discipline in Discipline.allCases {
      for users in [1, 50] where discipline != .oneAtATime && self[discipline][users] == nil {
        knees[discipline]!.add(try laboratory.load(discipline, users: users), users: users)
      }
    }
  }

  subscript(discipline: Discipline) -> Knee { knees[discipline]! }

  /// What a server gives at its knee.
  func atKnee(_ discipline: Discipline) -> LoadResult? { self[discipline][self[discipline].holds] }
}

extension Knee {
  /// The two numbers around the knee, with how many loads say so.
  var certainty: String {
    let (kept, tried) = verdicts(at: holds)
    let good = "\(holds) kept it in \(kept) of \(tried)"
    guard let breaks else { return good + ", and no end was found" }
    let (lucky, loads) = verdicts(at: breaks)
    return good + ", \(breaks) broke it in \(loads - lucky) of \(loads)"
  }
}

extension LoadResult {
  /// The response time that 99 of 100 do not exceed.
  var p99: Duration { responseTimes.percentile(0.99) }
}
