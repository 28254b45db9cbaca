import Queueing
import Workload

/// Requests and pools that depend on a seed alone (xorshift).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// Up to so many requests with arrivals and steps of whole milliseconds, many of which are equal; some steps take no time.
  mutating func requests(upTo most: Int) -> [Request] {
    (0..<Int.random(in: 1...most, using: &self)).map { index in
      let steps = (0..<Int.random(in: 0...5, using: &self)).map { _ in
        let time = Duration.milliseconds(Int.random(in: 0...6, using: &self))
        return switch Int.random(in: 0...3, using: &self) {
        case 0, 1: Step.work("work", time)
        case 2: Step.wait("call", time)
        default: Step.wait("wait", time)
        }
      }
      return Request(
        "request \(index)", arrival: .milliseconds(Int.random(in: 0...9, using: &self)), steps: steps)
    }
  }

  mutating func pool() -> Pool {
    Pool(
      workers: [nil, 1, 2, 3].randomElement(using: &self)!, cores: Int.random(in: 1...3, using: &self),
      waiting: [.keepsWorker, .givesWorkerBack, .keepsWorkerIn(["call"])].randomElement(using: &self)!,
      admitted: [nil, nil, 1, 3].randomElement(using: &self)!,
      slice: [nil, nil, .milliseconds(2)].randomElement(using: &self)!)
  }
}
