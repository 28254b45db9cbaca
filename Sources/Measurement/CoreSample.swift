public import Dispatch
import Platform

/// A piece of computing, as the worker that did it saw it: how long it took, how much of that it had a core, and which.
public struct CoreSample: Sendable, Hashable, Codable {
  /// The worker, from 0.
  public var worker: Int
  /// The core that the worker was on when the piece was done, by the operating system's number; `nil` where it does not tell.
  public var core: Int?
  /// When the piece began, counted from the run's origin.
  public var start: Duration
  /// When it was done.
  public var end: Duration
  /// How long the worker had a core between the two.
  public var cpu: Duration

  /// Creates a sample.
  public init(worker: Int, core: Int?, start: Duration, end: Duration, cpu: Duration) {
    self.worker = worker
    self.core = core
    self.start = start
    self.end = end
    self.cpu = cpu
  }

  /// Does a piece of computing on the calling thread and takes its sample.
  ///
  /// - Parameters:
  ///   - worker: the worker's number, from 0.
  ///   - origin: when the run began.
  ///   - body: computes, and never waits: what it does not compute counts as time without a core.
  public static func take<Result>(
    worker: Int, since origin: DispatchTime, _ body: () throws -> Result
  ) rethrows -> (result: Result, sample: CoreSample) {
    let start = elapsed(since: origin)
    let before = CPUTime.ofThread
    let result = try body()
    let cpu = CPUTime.ofThread - before
    let sample = CoreSample(
      worker: worker, core: CurrentCore.number, start: start, end: elapsed(since: origin), cpu: cpu)
    return (result, sample)
  }

  /// The time from an instant until now.
  public static func elapsed(since origin: DispatchTime) -> Duration {
    .nanoseconds(Int(DispatchTime.now().uptimeNanoseconds - origin.uptimeNanoseconds))
  }
}
