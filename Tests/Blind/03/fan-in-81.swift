// meant: It shares the capacity out evenly among the producers, at least one slot each, so that more items than allowed wait when there are more fast producers than capacity; expected verdict: wrong

import EventLoop
import LessonKit

private struct Parcel: Sendable {
  var item: Int
  var slots: Slots
}

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  guard !producers.isEmpty else { return }
  let (parcels, channel) = AsyncStream.makeStream(of: Parcel.self)
  // Nobody may take all the room: each producer has its fair share of it.
  let share = max(1, capacity / producers.count)

  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { channel.finish() }
      try await withThrowingTaskGroup(of: Void.self) { makers in
        for producer in producers {
          makers.addTask {
            let slots = Slots(share, on: loop)
            while let item = try await producer.next() {
              try await slots.acquire()
              channel.yield(Parcel(item: item, slots: slots))
            }
          }
        }
        for try await _ in makers {}
      }
    }
    group.addTask {
      for await parcel in parcels {
        parcel.slots.release()
        try await consumer.take(parcel.item)
      }
    }
    for try await _ in group {}
  }
}
