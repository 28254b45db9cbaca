// meant: trusts the stream's buffering policy bufferingOldest(capacity) to hold producers back, but it drops the items that find no room, seen when producers are faster than the consumer; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let (stream, continuation) = AsyncStream.makeStream(
    of: Int.self, bufferingPolicy: .bufferingOldest(capacity))

  try await withThrowingTaskGroup(of: Bool.self) { group in
    for producer in producers {
      group.addTask {
        while let item = try await producer.next() {
          continuation.yield(item)
        }
        return true
      }
    }
    group.addTask {
      for await item in stream { try await consumer.take(item) }
      return false
    }

    var working = producers.count
    if working == 0 { continuation.finish() }
    for try await isProducer in group where isProducer {
      working -= 1
      if working == 0 { continuation.finish() }
    }
  }
}
