import Dispatch
import EventLoop
import Measurement
import Platform

/// A job done once: what came out, and what it took.
struct Run: Sendable, Hashable {
  /// The primes that were counted, or the answers that were waited for.
  var result: Int
  var usage: Utilization

  var wall: Duration { usage.wall }

  /// The time that the pieces had a core for, all together.
  var computing: Duration { usage.samples.reduce(.zero) { $0 + $1.cpu } }

  /// This run and then another one, as one.
  func followed(by next: Run) -> Run {
    let later = next.usage.samples.map { sample in
      var sample = sample
      sample.start += wall
      sample.end += wall
      return sample
    }
    return Run(
      result: result + next.result,
      usage: Utilization(
        wall: wall + next.wall, cpu: usage.cpu + next.usage.cpu, samples: usage.samples + later))
  }

  /// What a stretch of the lesson took of the machine, workers that have ended included.
  static func watch(_ body: () throws -> Void) rethrows -> Utilization {
    let origin = DispatchTime.now()
    let before = (CPUTime.ofProcess, CPUTime.ofEndedChildren)
    try body()
    let after = (CPUTime.ofProcess - before.0, CPUTime.ofEndedChildren - before.1)
    return Utilization(wall: CoreSample.elapsed(since: origin), cpu: after.0.total + after.1.total)
  }

  /// Does a job up to three times, until a run was undisturbed, and returns the fastest: what disturbs only ever adds delay.
  static func best(_ once: () throws -> Run) rethrows -> Run {
    var best = try once()
    for _ in 1..<3 where best.usage.kept > Disturbance.threshold / 2 && best.wall < .seconds(1) {
      best = [best, try once()].min { $0.wall < $1.wall }!
    }
    return best
  }

  /// Runs a job in this process, and watches.
  static func measure(_ body: (Meter) throws -> Int) rethrows -> Run {
    let meter = Meter()
    let before = CPUTime.ofProcess
    let result = try body(meter)
    let wall = CoreSample.elapsed(since: meter.origin)
    let samples = meter.samples
    // Pieces that other processes did are not in this one's CPU time.
    let cpu = max((CPUTime.ofProcess - before).total, samples.reduce(.zero) { $0 + $1.cpu })
    return Run(result: result, usage: Utilization(wall: wall, cpu: cpu, samples: samples))
  }
}

/// Takes a sample of each piece, on whichever thread it is done.
final class Meter: Sendable {
  let origin = DispatchTime.now()
  private let state = Guarded((samples: [CoreSample](), workers: [UInt64]()))

  func piece(_ body: () -> Int) -> Int {
    let thread = ThreadIdentity.current
    let worker = state.withLock { state in
      if let known = state.workers.firstIndex(of: thread) { return known }
      state.workers.append(thread)
      return state.workers.count - 1
    }
    let (result, sample) = CoreSample.take(worker: worker, since: origin, body)
    state.withLock { $0.samples.append(sample) }
    return result
  }

  /// Adds a sample that somebody else took.
  func add(_ sample: CoreSample) { state.withLock { $0.samples.append(sample) } }

  var samples: [CoreSample] { state.withLock { $0.samples } }
}
