// meant: has no channel at all, each producer hands its item to the consumer itself and stands still until it is taken, so that one producer and the consumer work in turns instead of at the same time and it takes about twice as long; meant to be wrong by its author, but nothing in the exercise forbids it; expected verdict: right

import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  // Nothing is ever kept waiting but what the producers hold, so no capacity can be exceeded.
  let turn = Slots(1, on: loop)
  try await withThrowingDiscardingTaskGroup { group in
    for producer in producers {
      group.addTask {
        while let item = try await producer.next() {
          try await turn.acquire()
          defer { turn.release() }
          try await consumer.take(item)
        }
      }
    }
  }
}
