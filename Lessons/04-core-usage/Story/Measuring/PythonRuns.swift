/// The lesson's techniques in Python, at the same kind of job.
struct PythonRuns {
  var oneThread: Python.Answer
  var oneLoop: Python.Answer
  var threads: Python.Answer
  var processes: Python.Answer
  /// Threads around a function that is written in C.
  var codeInC: Python.Answer

  init(_ python: Python, limit: Int, workers: Int, _ progress: (String) -> Void) throws(Python.Unavailable) {
    func run(_ program: String) throws(Python.Unavailable) -> Python.Answer {
      progress("measuring: Python/\(program).py …")
      return try python.run(program, limit: limit, workers: workers)
    }
    oneThread = try run("on_one_thread")
    oneLoop = try run("on_one_loop")
    threads = try run("on_threads")
    processes = try run("in_processes")
    codeInC = try run("c_code")
  }

  var name: String { "Python \(oneThread.version)\(oneThread.lock ? "" : ", no lock")" }

  var allAgree: Bool { [oneLoop, threads, processes].allSatisfy { $0.result == oneThread.result } }
}
