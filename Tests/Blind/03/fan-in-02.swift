// meant: lets every producer's task hand its items to the consumer itself and limits that with capacity slots, so that several items are taken at the same time; expected verdict: wrong
import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let slots = Slots(capacity, on: loop)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for producer in producers {
      group.addTask {
        while let item = try await producer.next() {
          try await slots.acquire()
          defer { slots.release() }
          try await consumer.take(item)
        }
      }
    }
    try await group.waitForAll()
  }
}
