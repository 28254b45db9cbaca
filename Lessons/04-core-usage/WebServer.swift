import EventLoop
import Workload

/// A server on one core, twice: once its waits keep the thread, once they give it back. Nothing else is different.
struct WebServer: Sendable {
  let loop: EventLoop

  // [01:37] [01:39] [01:42] A request may take long, and most of that is waiting: for a database, for another service.
  static func request(
    _ label: String, at arrival: Duration = .zero, work: Duration, wait: Duration
  ) -> Request {
    Request(
      label, arrival: arrival,
      steps: [.work("receive", work / 2), .wait("database", wait), .work("respond", work / 2)])
  }

  // [01:54] Here the thread is idle while a request waits, and the next request waits for all of it.
  func serveBlocking(_ requests: [Request]) {
    for request in requests {
      // A request that is still to come cannot be answered.
      loop.block(for: max(.zero, request.arrival - loop.clock.now.offset))
      loop.answer(request.label) {
        loop.work(for: request.duration(of: "receive"))
        loop.block(for: request.duration(of: "database"))
        loop.work(for: request.duration(of: "respond"))
      }
    }
  }

  // [01:35] [01:45] [01:48] [01:50] While a request waits it is set aside, and the thread picks up the next one.
  func serve(_ requests: [Request]) async throws {
    let tasks = requests.map { request in
      Task(executorPreference: loop) {
        try await loop.sleep(until: .init(offset: request.arrival))
        try await loop.answer(request.label) {
          loop.work(for: request.duration(of: "receive"))
          try await loop.sleep(for: request.duration(of: "database"))
          loop.work(for: request.duration(of: "respond"))
        }
      }
    }
    for task in tasks { try await task.value }
  }

  // [01:52] [01:57] Blocking, a core answers as many a second as fit whole. Awaiting, only their work has to fit.
  static func mostAnswersPerSecond(_ request: Request, awaiting: Bool) -> Double {
    .seconds(1) / (awaiting ? request.work : request.ownTime)
  }
}
