import EventLoop
import LessonKit
import Workload

/// A server with one thread, twice: once its waits keep the thread, once they give it back. Nothing else is different.
struct WebServer: Sendable {
  let loop: EventLoop

  // [01:37] [01:39] A long request, most of which is waiting: for a database, for another service.
  func serveInTurn(_ requests: [Request], on stage: Stage) throws {
    for (lane, request) in requests.enumerated() {
      // A request that is still to come cannot be answered.
      loop.block(for: max(.zero, request.arrival - loop.clock.now.offset))
      stage.answer(lane: lane) {
        for step in request.steps {
          switch step.kind {
          case .work: loop.work(for: step.duration)
          case .wait: loop.block(for: step.duration)
          }
        }
      }
    }
  }

  // [01:45] [01:48] The same request; while it waits, the thread is free for the next one.
  func serve(_ requests: [Request], on stage: Stage) async throws {
    let tasks = requests.enumerated().map { lane, request in
      Task(executorPreference: loop) {
        try await loop.sleep(until: .init(offset: request.arrival))
        try await stage.answer(lane: lane) {
          for step in request.steps {
            switch step.kind {
            case .work: loop.work(for: step.duration)
            case .wait: try await loop.sleep(for: step.duration)
            }
          }
        }
      }
    }
    for task in tasks { try await task.value }
  }
}
