// meant: takes the stream's buffering policy for backpressure: the buffer keeps the oldest items and drops what is too much, so items are lost and no producer waits; expected verdict: wrong
import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let (stream, tray) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingOldest(capacity))
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      try await withThrowingTaskGroup(of: Void.self) { makers in
        for producer in producers {
          makers.addTask {
            while let item = try await producer.next() { tray.yield(item) }
          }
        }
        for try await _ in makers {}
      }
      tray.finish()
    }
    group.addTask {
      for await item in stream { try await consumer.take(item) }
    }
    for try await _ in group {}
  }
}
