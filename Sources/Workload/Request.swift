/// A request as a list of steps, and when it arrives.
package struct Request: Sendable, Hashable {
  /// What the request is called in pictures, for example `request 1`.
  package var label: String
  /// When it arrives, counted from the beginning of the run.
  package var arrival: Duration
  /// What it does, in order.
  package var steps: [Step]

  package init(_ label: String, arrival: Duration = .zero, steps: [Step]) {
    self.label = label
    self.arrival = arrival
    self.steps = steps
  }

  /// How long a step takes; zero for a step that the request does not have.
  package func duration(of step: String) -> Duration {
    steps.first { $0.name == step }?.duration ?? .zero
  }

  /// The time that it computes.
  package var work: Duration { time(in: .work) }

  /// The time that it waits.
  package var waiting: Duration { time(in: .wait) }

  /// The request's own time: how long it takes where it has the server to itself.
  package var ownTime: Duration { work + waiting }

  /// The share of its own time that it waits, from 0 to 1.
  package var waitingShare: Double { ownTime == .zero ? 0 : waiting / ownTime }

  /// The same request at another arrival.
  package func arriving(at arrival: Duration) -> Request {
    Request(label, arrival: arrival, steps: steps)
  }

  /// The same request with every step longer or shorter by a factor.
  package func scaled(by factor: Double) -> Request {
    Request(
      label, arrival: arrival * factor,
      steps: steps.map { Step(name: $0.name, kind: $0.kind, duration: $0.duration * factor) })
  }

  /// The same request with other totals of work and of waiting; its steps share them as they share their own.
  package func with(work: Duration, waiting: Duration) -> Request {
    var request = self
    for (kind, total) in [(Step.Kind.work, work), (.wait, waiting)] {
      let own = time(in: kind)
      guard own > .zero else { continue }
      // What is left over by rounding to a nanosecond goes to a later step: the total is exact.
      var (before, given) = (Duration.zero, Duration.zero)
      for index in steps.indices where steps[index].kind == kind {
        before += steps[index].duration
        let due = before == own ? total : (total * (before / own)).inNanoseconds
        request.steps[index].duration = due - given
        given = due
      }
    }
    return request
  }

  private func time(in kind: Step.Kind) -> Duration {
    steps.reduce(.zero) { $1.kind == kind ? $0 + $1.duration : $0 }
  }
}

extension Duration {
  /// The duration, rounded to a nanosecond.
  fileprivate var inNanoseconds: Duration { .nanoseconds(Int64((self / .nanoseconds(1)).rounded())) }
}
