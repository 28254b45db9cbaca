// meant: the classic bounded buffer: an array under a lock with two semaphores, one for free places and one for filled ones, and a nil from each producer as its end; expected verdict: right

import EventLoop
import LessonKit
import Synchronization

private final class BoundedBuffer: Sendable {
  private let queue = Mutex<[Int?]>([])
  private let free: Slots
  private let filled: Slots

  init(_ capacity: Int, on loop: EventLoop) {
    free = Slots(capacity, on: loop)
    filled = Slots(0, on: loop)
  }

  func put(_ item: Int) async throws {
    try await free.acquire()
    queue.withLock { $0.append(item) }
    filled.release()
  }

  /// A producer has no more. This needs no place, as it is not an item.
  func putEnd() {
    queue.withLock { $0.append(nil) }
    filled.release()
  }

  func get() async throws -> Int? {
    try await filled.acquire()
    return queue.withLock { $0.removeFirst() }
  }

  func taken() { free.release() }
}

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let buffer = BoundedBuffer(capacity, on: loop)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for producer in producers {
      group.addTask {
        while let item = try await producer.next() {
          try await buffer.put(item)
        }
        buffer.putEnd()
      }
    }
    group.addTask {
      var ends = 0
      while ends < producers.count {
        guard let item = try await buffer.get() else {
          ends += 1
          continue
        }
        try await consumer.take(item)
        buffer.taken()
      }
    }
    for try await _ in group {}
  }
}
