import LessonKit
import Workload

/// Answers every request on a thread of its own, with the serial handler: waiting holds up one thread, and the
/// others go on.
struct ThreadServer: Sendable {
  // [02:05] The operating system does what the event loop does: it runs another thread while one waits.
  func serve(_ requests: [Request], on stage: Stage) throws -> [Response] {
    var threads: [JoinableThread<Response>] = []
    for (lane, request) in requests.enumerated() {
      threads.append(
        stage.answerOnThread(lane: lane) { loop in
          try SerialServer(site: Site(loop: loop)).handle(request)
        })
    }
    return try threads.map { try $0.join() }
  }
}
