// meant: takes a producer's error for its end (try?), so that the others' items are taken and nothing is thrown, seen when a producer throws OutOfOrder; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
  let slots = Slots(capacity, on: loop)

  async let production: Void = {
    defer { continuation.finish() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for producer in producers {
        group.addTask {
          while let item = try? await producer.next() {
            try await slots.acquire()
            continuation.yield(item)
          }
        }
      }
      try await group.waitForAll()
    }
  }()

  for await item in stream {
    try await consumer.take(item)
    slots.release()
  }
  try await production
}
