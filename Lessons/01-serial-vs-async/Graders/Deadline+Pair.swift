import EventLoop
import LessonKit
import Measurement

extension DeadlineExercise {
  struct Unavailable: Error, Equatable {}

  /// A candidate's trial, and that of a right answer.
  struct Pair {
    let candidate: Function
    let trial: Trial<Response>
    let right: Trial<Response>
    let seed: UInt64?

    init(
      _ candidate: @escaping Function, works: Int = 0, takes milliseconds: Int?, fails: Bool = false,
      cancelledAfter cancelled: Duration? = nil, seed: UInt64?
    ) {
      func run(_ function: @escaping Function) -> Trial<Response> {
        let probe = Probe(lanes: ["operation"], seed: seed)
        return Trial(probe, calls: 1, cancelledAfter: cancelled) {
          try await function(limit, probe.loop) {
            try await probe.call(
              0, works: .milliseconds(works), takes: milliseconds.map { .unguessable($0) },
              fails ? .failure(Unavailable()) : .success(Response(greeting: "Here you are", courses: [])))
          }
        }
      }
      self.candidate = candidate
      trial = run(candidate)
      right = run { try await Solutions.deadline($0, on: $1, $2) }
      self.seed = seed
    }

    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(
        outcome, yours: trial.timeline(with: "deadline()"), expected: right.timeline(with: "deadline()"),
        seed: seed)
    }

    var obstacle: Finding? {
      if let obstacle = trial.obstacle(expected: right.timeline(with: "deadline()"), seed: seed) {
        return obstacle
      }
      guard trial.calls.count != 1 else { return nil }
      return finding(
        .different("The operation is to be run once, and you ran it \(trial.calls.count) times."))
    }

    /// The difference where a right answer came too late, although before the deadline.
    var late: Finding? {
      guard trial.end > right.end else { return nil }
      return finding(
        .different(
          "The operation ended after \(right.end.inWholeMilliseconds), and you after \(trial.end.inWholeMilliseconds)."
        ))
    }
  }
}
