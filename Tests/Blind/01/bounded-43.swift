// meant: a semaphore as an actor, whose slot the function acquires for one request after the other before it adds a child task for it, and which the child gives back after a response or an error; expected verdict: right

import EventLoop
import LessonKit
import Workload

private actor Slots {
  private var free: Int
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(_ free: Int) { self.free = free }

  func acquire() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { queue.append($0) }
  }

  func release() {
    if queue.isEmpty {
      free += 1
    } else {
      // The slot goes straight to whoever waits, so nobody can snatch it.
      queue.removeFirst().resume()
    }
  }

  func use(_ body: @Sendable () async throws -> Response) async -> Result<Response, any Error> {
    defer { release() }
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let slots = Slots(limit)
  let results = await withTaskGroup(of: (key: Int, value: Result<Response, any Error>).self) { group in
    for (index, request) in requests.enumerated() {
      await slots.acquire()
      group.addTask { (index, await slots.use { try await answer(request) }) }
    }
    return await group.reduce(into: [Int: Result<Response, any Error>]()) { $0[$1.key] = $1.value }
  }
  return results.sorted { $0.key < $1.key }.map(\.value)
}
