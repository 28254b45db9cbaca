import EventLoop
import Figures
import LessonKit
import Measurement
import Report

/// The ways to use many cores, and which of them Python's lock and its event loop bar.
struct Ways: StoryPart {
  static let id = "ways"
  static let title = "Threads, tasks, processes: who gets the cores?"
  static let whatIf: WhatIf? = WhatIf("What if there are two cores?", "--cores 2")

  let machine: MeasuredCores
  let python: Python

  struct Evidence {
    var cores: Int
    /// Why nothing can be said about several cores here.
    var obstacle: String?
    /// Tasks that compute on one event loop.
    var coresOfLoop: Double
    var loop: Utilization?
    var threads: Attempt<Utilization>?
    var processes: Attempt<Utilization>?
    var python: Attempt<PythonRuns>?
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "CPython has a global interpreter lock, the GIL: of all threads of a program, one at a time runs Python code. Swift has no "
        + "such lock. Here is the same job in both languages; the Python programs stand in the lesson's folder Python."
    )
    guard let job = machine.job else {
      let model = try telling.measure(ModelJob.requests) { loop in
        await OnOneLoop.primes(of: ModelJob(loop), on: loop)
      }.timeline
      return Evidence(cores: machine.count, coresOfLoop: model.workOverMakespan)
    }
    let loop = try machine.run(Techniques.oneLoop, job, telling).usage
    var evidence = Evidence(
      cores: machine.count, obstacle: machine.obstacle, coresOfLoop: loop.coresKeptBusy, loop: loop)
    guard machine.obstacle == nil else { return evidence }
    evidence.threads = Attempt { try machine.run(Techniques.threads, job, telling).usage }
    evidence.processes = Attempt { try machine.run(Techniques.processes, job, telling).usage }
    evidence.python = Attempt {
      // Python needs some twenty times as long for a division, so that its job is smaller.
      try PythonRuns(python, limit: job.limit / 8, workers: machine.count) { telling.progress($0) }
    }
    telling.show(evidence)
    return evidence
  }
}

extension Telling {
  fileprivate func show(_ evidence: Ways.Evidence) {
    let python = try? evidence.python?.get()
    let lines: [(label: String, swift: Utilization?, python: Python.Answer?)] = [
      ("one thread", nil, python?.oneThread), ("tasks on one event loop", evidence.loop, python?.oneLoop),
      ("threads", try? evidence.threads?.get(), python?.threads),
      ("threads around C code", nil, python?.codeInC),
      ("worker processes", try? evidence.processes?.get(), python?.processes),
    ]
    func rounded(_ usage: Utilization?) -> Double? { usage.map { ($0.coresBusy * 100).rounded() / 100 } }
    show(
      .table(
        title: "How many of \(evidence.cores) cores are busy", corner: "technique",
        columns: [
          .init("Swift", unit: "cores"), .init(python?.name ?? "Python", unit: "cores"),
          .init("and waiting", unit: "× as fast"),
        ],
        rows: lines.map { label, swift, answer in
          let gain = answer?.waiting.flatMap { waiting in python?.oneThread.waiting.map { $0 / waiting } }
          if let busy = answer?.usage.coresBusy { note("cores-busy/python/\(label)", busy, unit: "cores") }
          return .init(label, [rounded(swift), rounded(answer?.usage), gain])
        }))
    if lines.contains(where: { $0.swift?.isDisturbed == true || $0.python?.usage.isDisturbed == true }) {
      say("Other programs used the cores meanwhile, so fewer of them were left; the verdicts allow for that.")
    }
    if let obstacle = evidence.python?.obstacle("answers from Python") { say(obstacle) }
  }
}
