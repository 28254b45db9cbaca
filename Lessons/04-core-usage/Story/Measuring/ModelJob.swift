import EventLoop
import Measurement
import Workload

/// A job without cores: what each piece would compute passes on a loop's clock.
struct ModelJob: Job {
  static let requests = (0..<Answers().count).map { Request("piece \($0)", steps: []) }

  let loop: EventLoop
  /// Whether a piece waits with the thread instead of computing.
  let isWaiting: Bool
  var pieces = (0..<Answers().count).map { $0..<$0 + 1 }

  init(_ loop: EventLoop, isWaiting: Bool = false) {
    self.loop = loop
    self.isWaiting = isWaiting
  }

  func primes(in piece: Range<Int>) -> Int {
    loop.answer("piece \(piece.lowerBound)") {
      isWaiting ? loop.block(for: Answers().each) : loop.work(for: Answers().each)
      return 0
    }
  }
}

extension Timeline {
  /// How many cores the lanes' work keeps busy, on average.
  var workOverMakespan: Double { lanes.reduce(.zero) { $0 + $1.time(in: .work) } / makespan }
}
