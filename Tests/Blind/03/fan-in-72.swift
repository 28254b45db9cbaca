// meant: takes the stream's buffering policy for backpressure, but a full buffer drops items instead of making producers wait, seen when producers are faster than the consumer; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let (items, feed) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingOldest(capacity))

  async let consuming: Void = {
    for await item in items { try await consumer.take(item) }
  }()

  try await withThrowingTaskGroup(of: Void.self) { group in
    for producer in producers {
      group.addTask {
        while let item = try await producer.next() { feed.yield(item) }
      }
    }
    for try await _ in group {}
  }
  feed.finish()
  try await consuming
}
