import Figures
import LessonKit
import Measurement
import Platform
import Report
import Workload

/// What many cores are worth: all of the machine, if all of the job can be spread; and a bound where it cannot.
enum Speedup {
  static func tell(
    _ story: Story, _ machine: Machine, _ comparison: Comparison?, parallelShare: Double
  ) throws {
    try story.part("bound", "What sets an end to it: Amdahl's law") { part in
      let percent = Int((parallelShare * 100).rounded())
      part.say(
        "Most programs have a part that one worker has to do alone. If \(percent) % can be spread over cores, then any "
          + "number of cores leaves the other \(100 - percent) %: the program gets no more than "
          + "\(NumberText.short(Prediction.amdahlLimit(parallelShare: parallelShare), unit: "×")) as fast.")
      let measured = part.measureAmdahl(machine, comparison, parallelShare)
      part.showAmdahl(machine, parallelShare, measured)
      part.sayFifthIsAQuarter()
      part.claimShare(machine, comparison, parallelShare, measured)
    }
  }
}

/// A job of which a share is spread, on so many cores.
private struct Spread {
  var workers: Int
  var run: Run
  var speedUp: Double
}

extension Part {
  /// How fast a job of which a share is spread gets done, by the number of workers.
  fileprivate func measureAmdahl(_ machine: Machine, _ comparison: Comparison?, _ share: Double) -> [Spread] {
    guard let comparison, machine.obstacle == nil, comparison.obstacle == nil else { return [] }
    let (alone, spread) = comparison.job.split(parallelShare: share)
    return machine.workers(upTo: machine.cores.count).compactMap { workers in
      progress("measuring: \(Int(share * 100)) % on \(workers) \(workers == 1 ? "core" : "cores") …")
      let run = try? Run.best {
        try Techniques.inTurn.compute(alone, workers: 1)
          .followed(by: try Techniques.taskGroup.compute(spread, workers: workers))
      }
      return run.map {
        Spread(workers: workers, run: $0, speedUp: comparison.inTurn.computing.wall / $0.wall)
      }
    }
  }

  // [01:14] The formula, and how close this machine comes.
  fileprivate func showAmdahl(_ machine: Machine, _ share: Double, _ measured: [Spread]) {
    let workers = [1, 2, 4, 8, 16, 32, 64]
    func formula(_ share: Double) -> CurveFigure.Series {
      CurveFigure.Series(
        "\(Int((share * 100).rounded())) % spread",
        workers.map { (Double($0), Prediction.amdahlSpeedUp(parallelShare: share, workers: $0)) })
    }
    let shares = Set([0.5, 0.95, share]).sorted(by: >)
    show(
      .curve(
        id: "amdahl", title: "Amdahl's law", x: .init("cores", scale: .logarithmic),
        y: .init("speed-up", unit: "×"),
        series: shares.map(formula)
          + (measured.isEmpty
            ? [] : [.init("measured", measured.map { (Double($0.workers), $0.speedUp) })])))
    for point in measured {
      let law = Prediction.amdahlSpeedUp(parallelShare: share, workers: point.workers)
      note("amdahl/\(point.workers)-cores/measured", point.speedUp, unit: "×")
      note("amdahl/\(point.workers)-cores/law", law, unit: "×")
    }
  }

  // [01:15] The course's example, and its arithmetic.
  fileprivate func sayFifthIsAQuarter() {
    let limit = Prediction.amdahlLimit(parallelShare: 0.15 + 0.05)
    say(
      "The course has an example of 15 % and another 5 % that can be spread. The most to gain is 20 % of the time, which is not a "
        + "speed-up of 1.20: what took 100 s takes 80 s, and 100 over 80 is \(NumberText.short(limit, unit: "×"))."
    )
    note("amdahl/fifteen-and-five", limit, unit: "×")
  }

  // [01:17] [01:19] All of the machine, as far as the job allows.
  fileprivate func claimShare(
    _ machine: Machine, _ comparison: Comparison?, _ share: Double, _ measured: [Spread]
  ) {
    let statement = "To take advantage of modern hardware, you have to write concurrent code."
    guard machine.obstacle == nil, let comparison, let group = comparison[Techniques.taskGroup],
      let last = measured.last
    else {
      return cannotMeasure(
        "concurrent-code", at: "01:14", statement,
        because: machine.obstacle ?? comparison?.obstacle ?? "there is no task group")
    }
    let cores = machine.cores.count
    let law = Prediction.amdahlSpeedUp(parallelShare: share, workers: cores)
    let used = group.computing.usage.share(ofCores: cores) * 100
    let one = comparison.inTurn.computing.usage.share(ofCores: cores) * 100
    claimOnCores(
      "concurrent-code", at: "01:14", statement, machine, comparison, measured: used, unit: "%",
      bound: .from(Machine.attainable * 100, to: 105),
      provided: [
        Condition(
          "a task group gets the job done as much faster",
          machine.speedUp.contains(comparison.speedUp(group))),
        Condition(
          "with \(Int((share * 100).rounded())) % spread it gets what Amdahl's law allows, and no more",
          Bound.from(Machine.attainable, to: 1.1).contains(last.speedUp / law)),
      ],
      disturbed: comparison.disturbance(group)
        ?? Disturbance(of: last.run, comparedWith: comparison.inTurn.computing, others: comparison.others),
      because:
        "what a task group uses of \(cores) cores; one thread uses \(NumberText.short(one, unit: "%")). With "
        + "\(Int((share * 100).rounded())) % spread, Amdahl's law allows \(NumberText.short(law, unit: "×")), and it was "
        + NumberText.short(last.speedUp, unit: "×"))
  }
}

extension PrimeJob {
  /// The job in two: what one worker has to do alone, and what can be spread.
  ///
  /// The pieces take about equally long, and those that are spread are taken evenly from all of them.
  func split(parallelShare share: Double) -> (alone: PrimeJob, spread: PrimeJob) {
    var (alone, spread) = (self, self)
    let isSpread = pieces.indices.map { (Double($0 + 1) * share).rounded() > (Double($0) * share).rounded() }
    alone.pieces = zip(pieces, isSpread).filter { !$1 }.map(\.0)
    spread.pieces = zip(pieces, isSpread).filter { $1 }.map(\.0)
    return (alone, spread)
  }
}
