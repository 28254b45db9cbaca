// meant: takes an error of a producer for its end (try?), so that nobody ever hears of it; expected verdict: wrong
import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let room = Slots(capacity, on: loop)
  let (stream, tray) = AsyncStream.makeStream(of: Int.self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      await withTaskGroup(of: Void.self) { makers in
        for producer in producers {
          makers.addTask {
            while let item = try? await producer.next() {
              guard (try? await room.acquire()) != nil else { return }
              tray.yield(item)
            }
          }
        }
      }
      tray.finish()
    }
    for await item in stream {
      try await consumer.take(item)
      room.release()
    }
    try await group.waitForAll()
  }
}
