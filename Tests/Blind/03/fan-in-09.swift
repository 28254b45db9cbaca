// meant: the channel is an array in an actor and two semaphores, one for the room and one for the items; each producer ends with a nil; expected verdict: right

import EventLoop
import LessonKit

private actor Channel {
  private var items: [Int?] = []

  func put(_ item: Int?) { items.append(item) }
  func take() -> Int? { items.removeFirst() }
}

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let channel = Channel()
  let room = Slots(capacity, on: loop)
  let filled = Slots(0, on: loop)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for producer in producers {
      group.addTask {
        while let item = try await producer.next() {
          try await room.acquire()
          await channel.put(item)
          filled.release()
        }
        await channel.put(nil)
        filled.release()
      }
    }
    group.addTask {
      var left = producers.count
      while left > 0 {
        try await filled.acquire()
        if let item = await channel.take() {
          try await consumer.take(item)
          room.release()
        } else {
          left -= 1
        }
      }
    }
    for try await _ in group {}
  }
}
