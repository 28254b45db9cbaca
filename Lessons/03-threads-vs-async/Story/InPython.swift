import LessonKit
import Measurement
import Processes
import Report
import Workload

/// The lecture's own language: one loop, a call that blocks it, and the cure, in Python. Told in real time, where there is a Python.
struct InPython: StoryPart {
  static let id = "in-python"
  static let title = "The same in Python"
  static let whatIf: WhatIf? = WhatIf("What if ten purchases arrive at once?", "--requests 10")

  let interpreter: Interpreter

  struct Evidence {
    var inOrder: Recording<Int>
    /// On asyncio's event loop.
    var loop: Recording<Int>
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.progress("asking Python …")
    let (apart, atOnce) = (Purchase.requests(3, every: .milliseconds(10)), Purchase.requests(3))
    let inOrder = try Self.serve("server_in_order", apart, with: interpreter)
    let loop = try Self.serve("one_loop", apart, with: interpreter)
    let blocked = try Self.serve("blocking_server", atOnce, with: interpreter)
    let mended = try Self.serve("mended_server", atOnce, with: interpreter)
    telling.say(
      "Here is the purchase in Python \(loop.version), with the same names, on asyncio's event loop. 'lessons read 3 --both' puts the two "
        + "languages beside each other.")
    telling.show("python-loop", "In Python, put aside while waiting", loop.recording.timeline)
    telling.say(
      "The old library blocks asyncio just as well. 'asyncio.to_thread' is the same cure: then it is another thread that is held, and the "
        + "loop's goes on.")
    let axis = Duration.milliseconds(260)
    telling.show("python-blocked", "In Python, one loop, blocked", blocked.recording.timeline, until: axis)
    telling.show(
      "python-mended", "In Python, one loop, and threads for the old library", mended.recording.timeline,
      until: axis)
    return Evidence(inOrder: inOrder.recording, loop: loop.recording)
  }

  /// Has purchases served by one of the servers in the folder `Python`.
  static func serve(
    _ server: String, _ requests: [Request], with interpreter: Interpreter
  ) throws(Interpreter.Unavailable) -> PythonRecording {
    try PythonRecording(server, in: ThreadsVersusAsync.self, of: requests, with: interpreter)
  }
}
