// meant: gives each producer slots of its own, so that up to capacity items of every producer wait at the same time instead of capacity in all, which one sees with two or more fast producers and a slow consumer; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let (items, channel) = AsyncStream.makeStream(of: (item: Int, slots: Slots).self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for await (item, slots) in items {
        slots.release()
        try await consumer.take(item)
      }
    }
    group.addTask {
      try await withThrowingTaskGroup(of: Void.self) { makers in
        for producer in producers {
          makers.addTask {
            let slots = Slots(capacity, on: loop)
            while let item = try await producer.next() {
              try await slots.acquire()
              channel.yield((item, slots))
            }
          }
        }
        for try await _ in makers {}
      }
      channel.finish()
    }
    for try await _ in group {}
  }
}
