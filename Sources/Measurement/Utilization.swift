/// How many cores a run kept busy, read from the pieces that it consisted of.
///
/// That is CPU time over wall time, and so says nothing of how *fast* the cores were: cores that share units, heat or a host
/// with others are as busy as any.
package struct Utilization: Sendable, Hashable {
  /// The pieces, of all threads and processes that took part.
  package var samples: [CoreSample]
  /// How long the host of a virtual machine kept its cores from computing meanwhile.
  package var stolen: Duration

  package init(samples: [CoreSample], stolen: Duration = .zero) {
    self.samples = samples
    self.stolen = stolen
  }

  private var start: Duration { samples.map(\.start).min() ?? .zero }

  /// From the beginning of the first piece to the end of the last.
  package var wall: Duration { (samples.map(\.end).max() ?? .zero) - start }

  /// The CPU time of all pieces together.
  package var cpu: Duration { samples.reduce(.zero) { $0 + $1.cpu } }

  /// How long threads were ready to run and had no core, all together: other programs had it, or the machine's host. `nil`
  /// where the system does not tell.
  package var withoutCore: Duration? {
    let lacks = samples.compactMap(\.withoutCore)
    guard lacks.count == samples.count else { return nil }
    let lack = lacks.reduce(.zero, +)
    // A thread that computes and neither had a core nor waited for one has lost it to the host, if that took any.
    let rest = samples.reduce(.zero) { $0 + $1.end - $1.start } - cpu - lack
    return lack + max(.zero, min(rest, stolen))
  }

  /// How many cores were busy, on average: CPU time over wall time.
  package var coresBusy: Double { cores(cpu) }

  /// How many more cores the run was ready to use, on average, and something else had; `nil` where the system does not tell.
  package var coresLacking: Double? { withoutCore.map(cores) }

  /// How many cores the run keeps busy where it has the machine to itself: those that it did, and those that it was ready to.
  package var coresKeptBusy: Double { coresBusy + (coresLacking ?? 0) }

  private func cores(_ time: Duration) -> Double { wall <= .zero ? 0 : time / wall }

  /// A lane a core, or a lane a thread where the system does not tell cores: when it computed for the run, and when it did not.
  ///
  /// Time is cut into slices as long as an average piece. A core is shown as working in a slice that it computed for the
  /// run for at least half of.
  ///
  /// - Parameter cores: the numbers of the cores that the process may use; those without work get an empty lane.
  package func timeline(cores: [Int]) -> Timeline {
    let knowsCores = samples.allSatisfy { $0.core != nil }
    let rows =
      knowsCores
      ? Set(cores).union(samples.compactMap(\.core)).sorted() : Set(samples.map(\.worker)).sorted()
    let pieces = samples.reduce(Duration.zero) { $0 + ($1.end - $1.start) } / max(1, samples.count)
    let count = pieces <= .zero ? 0 : max(1, Int((wall / pieces).rounded(.up)))
    return Timeline(
      lanes: rows.enumerated().map { index, row in
        let own = samples.filter { (knowsCores ? $0.core : $0.worker) == row }
        let busy = (0..<count).map { slice in
          own.reduce(Duration.zero) {
            $0 + $1.computed(from: start + pieces * slice, to: start + pieces * (slice + 1))
          } >= pieces / 2
        }
        return Lane(
          knowsCores ? "core \(row)" : "thread \(index + 1)",
          spans: Self.spans(busy, slice: pieces, end: wall))
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
  /// How long the thread had a core within a stretch of time, if it had one evenly over the piece.
  fileprivate func computed(from: Duration, to: Duration) -> Duration {
    let shared = min(end, to) - max(start, from)
    guard shared > .zero, end > start else { return .zero }
    return shared * (cpu / (end - start))
  }
}
