import Dispatch
import Foundation
import Platform

/// A piece of computing, as the thread that did it saw it: how long it took, how much of that it had a core, and which.
package struct CoreSample: Sendable, Hashable, Codable {
  /// The thread, by a number that no other thread of any process has.
  package var worker: Int
  /// The core that the thread was on when the piece was done, by the operating system's number; `nil` where it does not tell.
  package var core: Int?
  /// When the piece began, on the machine's clock, which all of its processes share.
  package var start: Duration
  /// When it was done.
  package var end: Duration
  /// How long the thread had a core between the two.
  package var cpu: Duration
  /// How long it was ready to run and had none, because something else did; `nil` where the system does not tell.
  package var withoutCore: Duration?

  package init(
    worker: Int, core: Int? = nil, start: Duration, end: Duration, cpu: Duration,
    withoutCore: Duration? = nil
  ) {
    self.worker = worker
    self.core = core
    self.start = start
    self.end = end
    self.cpu = cpu
    self.withoutCore = withoutCore
  }

  /// Does a piece of computing on the calling thread and takes its sample.
  package static func take<Result>(_ body: () throws -> Result) rethrows -> (
    result: Result, sample: CoreSample
  ) {
    let before = (now, CPUTime.ofThread, CPUTime.lackOfThread)
    let result = try body()
    let after = (now, CPUTime.ofThread, CPUTime.lackOfThread)
    return (
      result,
      CoreSample(
        worker: Int(ProcessInfo.processInfo.processIdentifier) << 32 | Int(ThreadIdentity.current),
        core: CurrentCore.number, start: before.0, end: after.0, cpu: after.1 - before.1,
        withoutCore: before.2.flatMap { lack in after.2.map { $0 - lack } })
    )
  }

  /// The time on the machine's clock.
  private static var now: Duration { .nanoseconds(Int(DispatchTime.now().uptimeNanoseconds)) }
}
