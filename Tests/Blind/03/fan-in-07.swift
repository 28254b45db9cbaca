// meant: the stream keeps only as many items as it has capacity, and drops the oldest: nothing waits; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let (items, channel) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(capacity))
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      try await withThrowingTaskGroup(of: Void.self) { makers in
        for producer in producers {
          makers.addTask {
            while let item = try await producer.next() { channel.yield(item) }
          }
        }
        try await makers.waitForAll()
      }
      channel.finish()
    }
    group.addTask {
      for await item in items { try await consumer.take(item) }
    }
    while try await group.next() != nil {}
  }
}
