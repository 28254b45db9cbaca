import EventLoop
import LessonKit

// Exercise 3.4, fan-in: several producers, one consumer, and a channel between them that holds no more than `capacity` items.
//
// Call `producer.next()` until it returns `nil`, all producers at the same time, and give each item to `consumer.take(_:)`,
// one at a time. A producer that is too fast has to wait (backpressure): no more than `capacity` items may be made and not
// yet taken, besides the one that each producer may hold in its hand. Return when the last item is taken. An error is
// yours to throw. What helps: `AsyncStream.makeStream(of:)`, and `Slots(capacity, on: loop)` with `acquire()` and `release()`.
//
//   without a bound                      what is wanted
//   producers  ████████████              producers  ██ █ █ █ █ █
//   waiting    ▁▂▃▄▅▆▇█▇▆▅▄▃             waiting    ▁▂▂▂▂▂▂▂▂▂▂
//   consumer   ░░░░░░░░░░░░░             consumer   ░░░░░░░░░░░░░
//
// Check yourself with: swift run lessons check fan-in

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  throw ToDo()
}
