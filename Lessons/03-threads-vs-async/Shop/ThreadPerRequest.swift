import EventLoop
import LessonKit
import Platform
import Workload

/// Answers every request on a thread of its own.
struct ThreadPerRequest: Sendable {
  // [00:09] The same code as in order. Who waits keeps a thread, but nobody else's.
  func serve(_ requests: [Request], on stage: Stage) throws -> [Receipt] {
    var threads: [JoinableThread<Receipt>] = []
    for (lane, request) in requests.enumerated() {
      threads.append(
        stage.answerOnThread(lane: lane) { loop in
          try ServerInOrder(shop: Shop(loop: loop)).buy(request)
        })
    }
    return try threads.map { try $0.join() }
  }
}
