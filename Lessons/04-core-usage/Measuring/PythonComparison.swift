/// The lesson's techniques in Python, at the same kind of job: each program run once, the threads again where others disturbed.
struct PythonComparison {
  var oneThread: Python.Timing
  var threads: Python.Timing
  var tasks: Python.Timing
  var processes: Python.Timing
  /// Threads around a function written in C, over one such thread.
  var codeInC: (one: Python.Timing, many: Python.Timing)

  init(_ python: Python, limit: Int, workers: Int, _ progress: (String) -> Void) throws(Python.Unavailable) {
    func run(_ program: String) throws(Python.Unavailable) -> [Python.Timing] {
      progress("measuring: Python/\(program).py …")
      return try python.run(program, limit: limit, workers: workers)
    }
    oneThread = try run("one_thread")[0]
    // What disturbs the measure makes all others look better than they are.
    if oneThread.kept > Disturbance.threshold / 2 {
      oneThread = [oneThread, try run("one_thread")[0]].min { $0.seconds < $1.seconds }!
    }
    threads = try run("threads")[0]
    tasks = try run("tasks")[0]
    processes = try run("processes")[0]
    let inC = try run("c_code")
    codeInC = (inC[0], inC[inC.count - 1])
  }

  var hasLock: Bool { oneThread.lock }

  func speedUp(_ timing: Python.Timing) -> Double { oneThread.seconds / timing.seconds }

  var speedUpInC: Double { codeInC.one.seconds / codeInC.many.seconds }

  var allAgree: Bool { [threads, tasks, processes].allSatisfy { $0.result == oneThread.result } }

  /// What disturbed the measure, if anything did.
  var disturbance: Disturbance? {
    oneThread.kept > Disturbance.threshold
      ? Disturbance(
        reason:
          "the machine was busy: Python's one thread had no core for \(Disturbance.percent(oneThread.kept)) of the time"
      )
      : nil
  }
}

extension Python.Timing {
  /// The share of the time in which the one thread of a program had no core, from 0 to 1.
  var kept: Double { seconds > 0 ? max(0, 1 - cpu / seconds) : 0 }
}
