// meant: each producer's task calls take itself under Slots(capacity), so that up to capacity items are being taken at once, seen with a capacity of 2 or more and two producers; expected verdict: wrong

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let slots = Slots(capacity, on: loop)

  func bring(_ item: Int) async throws {
    try await slots.acquire()
    defer { slots.release() }
    try await consumer.take(item)
  }

  func serve(_ producer: Producer) async throws {
    guard let item = try await producer.next() else { return }
    try await bring(item)
    try await serve(producer)
  }

  try await withThrowingTaskGroup(of: Void.self) { group in
    for producer in producers {
      group.addTask { try await serve(producer) }
    }
    for try await _ in group {}
  }
}
