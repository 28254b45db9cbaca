extension Mistakes {
  enum Knee {
    /// Where most is answered a second, however late.
    static func peakOfThroughput(of ramp: [RampStep], objective: Double) -> Int {
      ramp.max { $0.throughput < $1.throughput }?.users ?? 0
    }

    /// Judges by the mean, which the few who wait long hardly move.
    static func meanNotTail(of ramp: [RampStep], objective: Double) -> Int {
      Solutions.knee(
        of: ramp.map {
          var step = $0
          step.p99 = step.mean
          return step
        }, objective: objective)
    }

    /// Judges by those who had an answer alone.
    static func ignoresErrors(of ramp: [RampStep], objective: Double) -> Int {
      Solutions.knee(
        of: ramp.map {
          var step = $0
          step.errors = 0
          return step
        }, objective: objective)
    }

    /// Ends at the first step that does not meet the objective, noise or not.
    static func firstNoisySample(of ramp: [RampStep], objective: Double) -> Int {
      ramp.prefix { $0.p99 <= objective && $0.errors == 0 }.last?.users ?? 0
    }
  }
}
