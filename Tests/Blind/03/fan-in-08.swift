// meant: right while all goes well: the producers run in tasks of their own, which nothing ends when the consumer breaks; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let slots = Slots(capacity, on: loop)
  let (items, channel) = AsyncThrowingStream.makeStream(of: Int.self)
  let makers = producers.map { producer in
    Task(executorPreference: loop) {
      do {
        while let item = try await producer.next() {
          try await slots.acquire()
          channel.yield(item)
        }
      } catch {
        channel.finish(throwing: error)
      }
    }
  }
  Task(executorPreference: loop) {
    for maker in makers { await maker.value }
    channel.finish()
  }
  for try await item in items {
    try await consumer.take(item)
    slots.release()
  }
}
