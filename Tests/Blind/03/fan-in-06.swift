// meant: every producer says goodbye with a nil in the same stream, and the consumer counts them; no nested group, no finish(); expected verdict: right
import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  guard !producers.isEmpty else { return }
  let room = Slots(capacity, on: loop)
  let (stream, tray) = AsyncStream.makeStream(of: Int?.self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      var open = producers.count
      for await item in stream {
        if let item {
          try await consumer.take(item)
          room.release()
        } else {
          open -= 1
          if open == 0 { return }
        }
      }
    }
    for producer in producers {
      group.addTask {
        var item: Int?
        repeat {
          item = try await producer.next()
          if item != nil { try await room.acquire() }
          tray.yield(item)
        } while item != nil
      }
    }
    for try await _ in group {}
  }
}
