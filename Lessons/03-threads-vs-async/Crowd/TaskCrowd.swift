import EventLoop
import Measurement

extension Crowd {
  // [01:53] [01:59] As many tasks as there are requests, and one thread: the one that calls this.
  static func tasks(_ count: Int, waiting wait: Duration) throws -> Crowd {
    let before = ProcessStatus.current
    let loop = EventLoop(time: .real())
    let (creation, counted, held, waiting) = try loop.run {
      let requests = (1...count).map { _ in
        Task(executorPreference: loop) { try await loop.sleep(for: wait) }
      }
      let creation = loop.clock.now.offset
      // Tasks run in the order in which they became ready: when this one is called again, all others wait.
      await Task.yield()
      let held = ProcessStatus.current.since(before)
      let waiting = loop.unfinished.sleeping
      let counted = loop.clock.now.offset
      for request in requests { try await request.value }
      return (creation, counted, held, waiting)
    }
    return Crowd(
      kind: .tasks, asked: count, made: count, waiting: waiting, answered: count, wait: wait.inSeconds,
      creation: creation.inSeconds, counted: counted.inSeconds, wall: loop.clock.now.offset.inSeconds,
      held: held,
      total: ProcessStatus.current.since(before))
  }
}
