import Foundation
import LessonKit
import Measurement
import Processes

/// The lecture's own language: the same three servers, written in Python. Told in real time, where there is a Python.
struct InPython: StoryPart {
  static let id = "in-python"
  static let title = "The same in Python"

  let interpreter: Interpreter

  struct Evidence {
    var serial: Recording<Int>
    /// On asyncio's event loop.
    var async: Recording<Int>
    var threads: Recording<Int>
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
      threads: show("python-threads", "In Python, a thread for each request", threads))
  }
}

extension InPython {
  /// Has the lecture's three requests served by one of the servers in the folder `Python`.
  static func serve(
    _ server: String, with interpreter: Interpreter
  ) throws(Interpreter.Unavailable) -> PythonRecording {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try PythonRecording(
      server, in: folder.appending(path: "Python"), of: ThreeRequests.atOnce, with: interpreter)
  }

  static let claims: [Claim<Evidence>] = [
    Claim(
      "asyncio-overlaps/python", at: "02:00", "In Python it is asyncio that puts the waiting to use.",
      unit: "×", measured: { $0.async.timeline.meanResponseTime / $0.serial.timeline.meanResponseTime },
      bound: .atMost(0.6),
      provided: [
        .that("waits overlap") { $0.async.timeline.peakConcurrency(of: .wait) >= 2 },
        .that("all of it ran on one thread") { $0.async.threads.count == 1 },
        .that("every request was answered") { $0.async.timeline.responseTimes.count == 3 },
      ],
      because: {
        "On asyncio's one thread the mean response time falls from \($0.serial.timeline.meanResponseTime.inWholeMilliseconds) to "
          + "\($0.async.timeline.meanResponseTime.inWholeMilliseconds)."
      }),
    Claim(
      "threads-do-it-too/python", at: "02:00", "In Python, too, threads would do as well.",
      unit: "×", measured: { $0.threads.timeline.makespan / $0.async.timeline.makespan },
      bound: .within(0.7...1.3),
      provided: [.that("each request has a thread of its own") { $0.threads.threads.count == 3 }],
      because: {
        "Three threads are done after \($0.threads.timeline.makespan.inWholeMilliseconds), and asyncio after "
          + "\($0.async.timeline.makespan.inWholeMilliseconds). A thread that waits lets go of Python's lock."
      }),
  ]
}
