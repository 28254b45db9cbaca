// meant: one producer after the other, straight to the consumer; expected verdict: wrong
// right: all producers work at the same time.
import EventLoop
import LessonKit

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  for producer in producers {
    while let item = try await producer.next() { try await consumer.take(item) }
  }
}
