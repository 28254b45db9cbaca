import LessonKit
import Measurement
import Processes
import Report

/// The lecture's own language: the same three servers, written in Python. Told in real time, where there is a Python.
struct InPython: StoryPart {
  static let id = "in-python"
  static let title = "The same in Python"
  static let whatIf: WhatIf? = WhatIf("What if there are two threads?", "--threads 2")

  let interpreter: Interpreter

  struct Evidence {
    var serial: Recording<Int>
    /// On asyncio's event loop.
    var async: Recording<Int>
    var threads: Recording<Int>
    /// Whether this Python has its global interpreter lock.
    var hasLock: Bool
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.progress("asking Python …")
    let serial = try Self.serve("serial_server", with: interpreter)
    let async = try Self.serve("async_server", with: interpreter)
    let threads = try Self.serve("thread_server", with: interpreter)
    telling.say(
      "The lecture speaks of Python, so here are the three servers in Python \(serial.version), with the same requests, the same "
        + "steps and the same names. 'lessons read 1 --both' puts the two languages beside each other.")
    func show(_ id: String, _ title: String, _ served: PythonRecording) -> Recording<Int> {
      telling.show(id, title, served.recording.timeline, until: .milliseconds(500))
      return served.recording
    }
    return Evidence(
      serial: show("python-serial", "In Python, one after another", serial),
      async: show("python-async", "In Python, on asyncio's event loop", async),
      threads: show("python-threads", "In Python, a thread for each request", threads),
      hasLock: threads.hasLock)
  }

  /// Has the lecture's three requests served by one of the servers in the folder `Python`.
  static func serve(
    _ server: String, with interpreter: Interpreter
  ) throws(Interpreter.Unavailable) -> PythonRecording {
    try PythonRecording(server, in: SerialVersusAsync.self, of: ThreeRequests.atOnce, with: interpreter)
  }
}
