import EventLoop
import LessonKit

// Exercise 3.5, fan-in: bring the items of several producers to one consumer, through a channel of limited capacity.
//
// Call `producer.next()` until it returns `nil`, for all producers at the same time (there may be none), and hand each item to
// `consumer.take(_:)`, one at a time and each producer's items in their order. At most `capacity` items may be made and not
// yet handed to `take`, besides the one that each producer may be holding: a producer that is too fast has to wait
// (backpressure). Fewer are fine, even none. All producers work from the start, even if there are more of them than
// `capacity`. Return when the last `take` has returned. If a call throws, a producer's or the consumer's, throw its error, at once
// or when the others are done, and leave nothing running.
//
//   without a limit                      what is wanted
//   producers  ████████████              producers  ██ █ █ █ █ █
//   waiting    ▁▂▃▄▅▆▇█▇▆▅▄▃             waiting    ▁▂▂▂▂▂▂▂▂▂▂▂
//   consumer   ░░░░░░░░░░░░░             consumer   ░░░░░░░░░░░░░
//
// A `Producer` has `next()`, which returns an Int or `nil`, or throws `Producer.OutOfOrder`; a `Consumer` has `take(_:)`, which
// may throw `Consumer.Broken`. What helps: `AsyncStream.makeStream(of:)`, and `Slots(capacity, on: loop)`, a semaphore to be
// awaited, with `acquire()` and `release()`.
//
// Check your answer with: swift run lessons check fan-in

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  throw ToDo()
}
