enum KneeSolution {
  /// The last good step before two bad ones in a row, or before a bad one at the end.
  static func knee(of ramp: [RampStep], objective: Double) -> Int {
    var knee = 0
    for (place, step) in ramp.enumerated() {
      if step.p99 <= objective, step.errors == 0 {
        knee = step.users
      } else if place > 0, !(ramp[place - 1].p99 <= objective && ramp[place - 1].errors == 0) {
        return knee
      }
    }
    return knee
  }
}
