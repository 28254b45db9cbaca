import Console
import Figures
import LessonKit
import Measurement
import Report

/// What many cores are worth: all of the machine, if all of the job can be spread; and a bound where it cannot.
struct AmdahlsLaw: StoryPart {
  static let id = "bound"
  static let title = "What sets an end to it: Amdahl's law"
  static let whatIf: WhatIf? = WhatIf("What if 95 % can be spread?", "--parallel-share 95")

  let machine: MeasuredCores
  /// How much of the job can be spread over cores, from 0 to 1.
  let parallelShare: Double

  struct Evidence {
    var cores: Int
    var obstacle: String?
    var parallelShare: Double
    /// One thread, and a task group of which all is spread.
    var one: Utilization?
    var taskGroup: Utilization?
    /// A program of which only the share is spread.
    var shared: Utilization?

    /// How many cores the law allows that program to keep busy, on average.
    var law: Double { Amdahl.speedUp(parallelShare: parallelShare, cores: cores) }
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.ask(Self.atMost)
    var evidence = Evidence(cores: machine.count, obstacle: machine.obstacle, parallelShare: parallelShare)
    if let job = machine.job, machine.obstacle == nil {
      evidence.one = try machine.run(Techniques.oneThread, job, telling).usage
      evidence.taskGroup = try machine.run(Techniques.taskGroup, job, telling).usage
      let shared = try JobRun.measure(job) {
        try Amdahl.primes(of: $0, parallelShare: parallelShare, cores: machine.count)
      }
      telling.account(shared)
      evidence.shared = shared.usage
    }
    telling.showLaw(evidence)
    telling.observe(Self.atMost)
    let percent = Int((parallelShare * 100).rounded())
    telling.say(
      "A part that one worker has to do alone sets an end to the gain. If \(percent) % can be spread over cores, then any "
        + "number of cores leaves the other \(100 - percent) %: the program gets no more than "
        + "\(NumberText.short(Amdahl.limit(parallelShare: parallelShare))) times as fast.")
    telling.say(
      "The course has an example in which 15 % of a program can be spread, and another 5 %. The most to gain is 20 % of the time, "
        + "which is not a speed-up of 1.20: what took 100 s takes 80 s, and 100 over 80 is "
        + "\(NumberText.short(Amdahl.limit(parallelShare: 0.15 + 0.05), unit: "×")).")
    telling.note("amdahl/fifteen-and-five", Amdahl.limit(parallelShare: 0.15 + 0.05), unit: "×")
    return evidence
  }
}

extension Telling {
  /// Draws the law, and what was measured beside it.
  func showLaw(_ evidence: AmdahlsLaw.Evidence) {
    let cores = [1, 2, 4, 8, 16, 32, 64]
    let lines = Set([0.5, 0.95, evidence.parallelShare]).sorted(by: >).map { share in
      CurveFigure.Series(
        "\(Int((share * 100).rounded())) % spread",
        cores.map { (Double($0), Amdahl.speedUp(parallelShare: share, cores: $0)) })
    }
    let measured = evidence.shared.map { usage in
      CurveFigure.Series(
        "yours", [(1, evidence.one?.coresBusy ?? 1), (Double(evidence.cores), usage.coresBusy)])
    }
    show(
      .curve(
        id: "amdahl", title: "Amdahl's law: cores busy, which is how many times as fast it gets",
        x: .init("cores", scale: .logarithmic), y: .init("cores busy on average"),
        series: lines + [measured].compactMap { $0 }))
    guard let usage = evidence.shared else { return }
    note("amdahl/law", evidence.law, unit: "cores")
    note("amdahl/measured", usage.coresKeptBusy, unit: "cores")
  }
}
