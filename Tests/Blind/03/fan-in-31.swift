// meant: takes the slot before it asks the producer for an item, so that with more producers than capacity some of them don't work from the start; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let slots = Slots(capacity, on: loop)
  let (items, channel) = AsyncStream.makeStream(of: Int.self)

  func run(_ producer: Producer) async throws {
    // First make sure that there is room, then make something.
    try await slots.acquire()
    while let item = try await producer.next() {
      channel.yield(item)
      try await slots.acquire()
    }
    slots.release()
  }

  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for await item in items {
        try await consumer.take(item)
        slots.release()
      }
    }
    group.addTask {
      try await withThrowingTaskGroup(of: Void.self) { inner in
        for producer in producers {
          inner.addTask { try await run(producer) }
        }
        while try await inner.next() != nil {}
      }
      channel.finish()
    }
    while try await group.next() != nil {}
  }
}
