// meant: takes a slot before an item is made rather than before it is handed over, so that with more producers than capacity some do not work from the start; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let slots = Slots(capacity, on: loop)
  let (items, feed) = AsyncStream.makeStream(of: Int.self)

  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for await item in items {
        slots.release()
        try await consumer.take(item)
      }
    }
    group.addTask {
      defer { feed.finish() }
      try await withThrowingTaskGroup(of: Void.self) { makers in
        for producer in producers {
          makers.addTask {
            while true {
              try await slots.acquire()
              guard let item = try await producer.next() else {
                slots.release()
                return
              }
              feed.yield(item)
            }
          }
        }
        for try await _ in makers {}
      }
    }
    for try await _ in group {}
  }
}
