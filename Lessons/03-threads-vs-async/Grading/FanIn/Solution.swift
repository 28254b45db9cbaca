import EventLoop
import LessonKit

enum FanInSolution {
  /// A producer takes a slot for the item that it has made; the consumer gives it back when it has taken the item.
  static func fanIn(
    _ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop
  ) async throws {
    let slots = Slots(capacity, on: loop)
    let (items, channel) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await item in items {
          try await consumer.take(item)
          slots.release()
        }
      }
      group.addTask {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask {
              while let item = try await producer.next() {
                try await slots.acquire()
                channel.yield(item)
              }
            }
          }
          for try await _ in group {}
        }
        channel.finish()
      }
      // Not `waitForAll`: it throws when all children have ended, and the consumer would wait for ever for a failed producer's items.
      for try await _ in group {}
    }
  }
}
