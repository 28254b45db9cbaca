/// How much of the machine a run used.
public struct Utilization: Sendable, Hashable {
  /// How long the run took.
  public var wall: Duration
  /// The CPU time of all that took part in it.
  public var cpu: Duration
  /// The pieces that it consisted of, with the core that each ran on.
  public var samples: [CoreSample]

  /// Creates a utilization.
  public init(wall: Duration, cpu: Duration, samples: [CoreSample] = []) {
    self.wall = wall
    self.cpu = cpu
    self.samples = samples
  }

  /// The share of the machine that was used, from 0 to 1: CPU time over wall time over cores.
  ///
  /// - Parameter cores: the cores that the process may use.
  public func share(ofCores cores: Int) -> Double {
    wall <= .zero ? 0 : cpu / wall / Double(cores)
  }

  /// The share of the run in which a worker wanted a core and had none, from 0 to 1: others used it, or a quota was used
  /// up. Of all workers, the one that was kept waiting the longest: it is the last to be done.
  public var kept: Double {
    let waits = Dictionary(grouping: samples, by: \.worker).values.map { samples in
      samples.reduce(Duration.zero) { $0 + ($1.end - $1.start) - $1.cpu }
    }
    return wall <= .zero ? 0 : max(0, (waits.max() ?? .zero) / wall)
  }

  /// A lane a core, or a lane a worker where the system does not tell cores: when it computed for the run, and when it did not.
  ///
  /// Time is cut into slices as long as an average piece. A core is shown as working in a slice that it computed for the
  /// run for at least half of.
  ///
  /// - Parameter cores: the numbers of the cores that the process may use; those without work get an empty lane.
  public func timeline(cores: [Int]) -> Timeline {
    let knowsCores = samples.allSatisfy { $0.core != nil }
    let rows =
      knowsCores
      ? Set(cores).union(samples.compactMap(\.core)).sorted() : Set(samples.map(\.worker)).sorted()
    let pieces = samples.reduce(Duration.zero) { $0 + ($1.end - $1.start) } / max(1, samples.count)
    let count = pieces <= .zero ? 0 : max(1, Int((wall / pieces).rounded(.up)))
    return Timeline(
      lanes: rows.map { row in
        let own = samples.filter { (knowsCores ? $0.core : $0.worker) == row }
        let busy = (0..<count).map { slice in
          own.reduce(Duration.zero) { $0 + $1.computed(from: pieces * slice, to: pieces * (slice + 1)) }
            >= pieces / 2
        }
        return Lane(
          knowsCores ? "core \(row)" : "worker \(row + 1)", spans: Self.spans(busy, slice: pieces, end: wall))
      })
  }

  private static func spans(_ busy: [Bool], slice: Duration, end: Duration) -> [Span] {
    var spans: [Span] = []
    for index in busy.indices where busy[index] {
      let start = min(slice * index, end)
      if spans.last?.end != start { spans.append(Span(.work, from: start, to: start)) }
      spans[spans.count - 1].end = min(slice * (index + 1), end)
    }
    return spans
  }
}

extension CoreSample {
  /// How long the worker had a core within a stretch of time, if it had one evenly over the piece.
  fileprivate func computed(from: Duration, to: Duration) -> Duration {
    let shared = min(end, to) - max(start, from)
    guard shared > .zero, end > start else { return .zero }
    return shared * (cpu / (end - start))
  }
}
