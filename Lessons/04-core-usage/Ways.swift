import EventLoop
import Figures
import LessonKit
import Measurement
import Platform
import Report

/// The ways to use many cores, and which of them Python bars: its lock, and its event loop with one thread.
enum Ways {
  static func tell(_ story: Story, _ machine: Machine, _ comparison: Comparison?, _ python: Python) throws {
    // Another attempt has nothing new to find out from Python.
    var answer: Part.PythonResult?
    try story.part("ways", "Threads, tasks, processes: who gets the cores?") { part in
      part.say(
        "CPython has a global interpreter lock, the GIL: of all threads of a program, one runs Python code at a time. Swift has no "
          + "such lock. The same job in both, in every way; the Python programs stand in the lesson's folder Python."
      )
      let other = answer ?? part.run(python, machine, comparison)
      answer = other
      part.show(comparison, other)
      part.claimThreads(machine, comparison, other)
      try part.claimTasks(comparison)
      part.claimProcesses(machine, comparison, other)
    }
  }
}

extension Part {
  typealias PythonResult = Result<PythonComparison, Python.Unavailable>

  /// Runs the Python programs, where there is something to find out.
  fileprivate func run(_ python: Python, _ machine: Machine, _ comparison: Comparison?) -> PythonResult {
    guard let comparison, machine.obstacle == nil, comparison.obstacle == nil else {
      return .failure(
        .init(reason: machine.obstacle ?? comparison?.obstacle ?? "there is nothing to compare"))
    }
    // Python needs some twenty times as long for a division, so that its job is smaller.
    return PythonResult { () throws(Python.Unavailable) in
      try PythonComparison(python, limit: comparison.job.limit / 8, workers: machine.cores.count) {
        progress($0)
      }
    }
  }

  fileprivate func show(_ comparison: Comparison?, _ result: PythonResult) {
    guard let comparison, comparison.workers > 1 else { return }
    let python = try? result.get()
    func swift(_ technique: any Technique) -> Double? { comparison[technique].map(comparison.speedUp) }
    let lines: [(label: String, swift: Double?, python: Double?)] = [
      ("in turn, one thread", 1, python.map { _ in 1 }),
      ("tasks on one event loop", swift(Techniques.oneLoop), python.map { $0.speedUp($0.tasks) }),
      ("threads", swift(Techniques.threads), python.map { $0.speedUp($0.threads) }),
      ("threads around C code", nil, python?.speedUpInC),
      ("worker processes", swift(Techniques.processes), python.map { $0.speedUp($0.processes) }),
    ]
    let version =
      python.map { "Python \($0.oneThread.version)\($0.hasLock ? "" : " without a lock")" } ?? "Python"
    show(
      .table(
        title: "Computing: speed-up over one thread of the same language, \(comparison.workers) workers",
        corner: "technique", columns: [.init("Swift", unit: "×"), .init(version, unit: "×")],
        rows: lines.map { .init($0.label, [$0.swift, $0.python]) }))
    if case .failure(let unavailable) = result { say("Without Python: \(unavailable.reason).") }
    for line in lines {
      if let speedUp = line.python { note("speed-up/python/\(line.label)", speedUp, unit: "×") }
    }
  }

  // [00:57] The lock decides, not the threads: where there is none, they help.
  fileprivate func claimThreads(_ machine: Machine, _ comparison: Comparison?, _ python: PythonResult) {
    let statement = "Because of the GIL, threads do not help with computing in Python."
    guard let comparison, let threads = comparison[Techniques.threads], let python = try? python.get() else {
      let reason: String =
        if case .failure(let unavailable) = python { unavailable.reason } else { "there are no threads" }
      return cannotMeasure("the-lock", at: "00:57", statement, because: reason)
    }
    let swift = comparison.speedUp(threads)
    let measured = python.speedUp(python.threads)
    let agree = Condition("all Python programs come to the same result", python.allAgree)
    guard python.hasLock else {
      return correct(
        "the-lock", at: "00:57", statement, measured: measured, unit: "×",
        bound: .atLeast(Machine.noHelp.max!),
        provided: [agree],
        because:
          "this Python \(python.oneThread.version) is a free-threaded build: it has no such lock, and its "
          + "\(machine.cores.count) threads help, as Swift's do")
    }
    claimOnCores(
      "the-lock", at: "00:57", statement, machine, comparison, measured: measured, unit: "×",
      bound: .atMost(Machine.noHelp.max!),
      provided: [agree, Condition("threads help in Swift", machine.speedUp.contains(swift))],
      disturbed: python.disturbance ?? comparison.disturbance(threads),
      because:
        "the speed-up of \(machine.cores.count) threads over one in Python \(python.oneThread.version); in Swift, which has "
        + "no such lock, it is \(NumberText.short(swift, unit: "×"))")
  }

  // [01:00] [01:02] A task that computes never gives its thread back, and there is only the one.
  fileprivate func claimTasks(_ comparison: Comparison?) throws {
    let statement = "asyncio has a single thread, so that it does not help here at all."
    let because = "tasks on one event loop over one after another, for a job that only computes"
    guard let comparison, let loop = comparison[Techniques.oneLoop] else {
      let lanes = (1...16).map { Lane("piece \($0)") }
      let recording = try measure(lanes: lanes) { stage in
        let tasks = lanes.indices.map { lane in
          Task(executorPreference: stage.loop) {
            stage.answer(lane: lane) { stage.loop.work(for: .milliseconds(25)) }
          }
        }
        for task in tasks { await task.value }
      }
      return claim(
        "one-thread-does-not-help", at: "01:00", statement,
        measured: .milliseconds(25) * 16 / recording.timeline.makespan, unit: "×", bound: .exactly(1),
        provided: [
          Condition("no two tasks compute at once", recording.timeline.peakConcurrency(of: .work) == 1)
        ],
        because: because)
    }
    if let obstacle = comparison.obstacle {
      return cannotMeasure("one-thread-does-not-help", at: "01:00", statement, because: obstacle)
    }
    let speedUp = comparison.speedUp(loop)
    claim(
      "one-thread-does-not-help", at: "01:00", statement, measured: speedUp, unit: "×", bound: Machine.noHelp,
      provided: [
        Condition("one thread did all pieces", Set(loop.computing.usage.samples.map(\.worker)).count == 1)
      ], disturbed: comparison.disturbance(loop),
      because: because)
  }

  // [01:04] [01:05] [01:10] Processes share no lock; C code can let go of it.
  fileprivate func claimProcesses(_ machine: Machine, _ comparison: Comparison?, _ python: PythonResult) {
    let statement = "It comes down to multiprocessing, or to C code that does without the lock."
    guard machine.obstacle == nil, let comparison, let processes = comparison[Techniques.processes] else {
      return cannotMeasure(
        "multiprocessing", at: "01:04", statement,
        because: machine.obstacle
          ?? "the lesson's own program, core-usage, is not there to be started as a worker: build it, and run it by its name"
      )
    }
    let python = try? python.get()
    let inPython =
      python.map {
        "; Python's processes reach \(NumberText.short($0.speedUp($0.processes), unit: "×")), its threads around C code "
          + NumberText.short($0.speedUpInC, unit: "×")
      } ?? ""
    claimOnCores(
      "multiprocessing", at: "01:04", statement, machine, comparison, measured: comparison.speedUp(processes),
      unit: "×",
      bound: machine.speedUp,
      provided: [
        Condition(
          "each worker was a process",
          Set(processes.computing.usage.samples.map(\.worker)).count == machine.cores.count)
      ], disturbed: comparison.disturbance(processes),
      because:
        "\(machine.cores.count) worker processes over one thread, both in Swift, once they had started\(inPython)"
    )
  }
}
