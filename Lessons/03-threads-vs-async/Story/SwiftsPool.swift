import LessonKit
import Measurement
import Queueing
import Report

/// Swift's own pool has more threads than one, but no more than the machine has cores.
struct SwiftsPool: StoryPart {
  static let id = "pool"
  static let title = "Would a few more threads help?"
  static let whatIf: WhatIf? = WhatIf("What if the pool is wide enough?", "--threads 20")

  func tell(_ telling: Telling) throws {
    telling.say(
      "Most Swift programs have no loop of their own. Their tasks run on a pool of threads that comes with Swift, and that is more "
        + "than one thread. A call that blocks keeps one of them.")
    guard let width = width(telling) else { return }
    let requests = Purchase.requests(min(14, 2 * width + 2))
    let pool = Pool(workers: width, cores: width, waiting: .keepsWorkerIn(["charge"]))
    let timeline = pool.timeline(of: requests)
    telling.show("pool", "A pool of \(width), blocked", timeline)
    telling.note("makespan/pool", timeline.makespan.inMilliseconds, unit: "ms")
    telling.say(
      "As soon as \(width == 1 ? "one call blocks" : "\(width) calls block"), no thread is left, and all other purchases stand "
        + "still as they did on one loop. The cure is the same.")
  }

  /// How many threads the pool has, and what the reader is told about it; `nil` where that could not be found out.
  private func width(_ telling: Telling) -> Int? {
    guard !telling.isExact else {
      telling.say(
        "Suppose that there are two (how many there are is about real time only), and six purchases:")
      return 2
    }
    do {
      let width = try PoolWidth.measured()
      telling.note("pool/width", Double(width), unit: "threads")
      telling.say(
        "On this machine the pool has \(width) \(width == 1 ? "thread" : "threads"): that many tasks could block before no "
          + "further one began. On this platform it does not grow. With more purchases than that, computed in virtual time:"
      )
      return width
    } catch {
      telling.say("How many threads the pool has was not measured: \(error).")
      return nil
    }
  }
}
