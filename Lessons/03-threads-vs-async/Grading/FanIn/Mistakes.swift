import EventLoop
import LessonKit
import Platform

extension FanInGrading {
  static let mistakes = [unbounded, polls, losesTheLast, neverFinishes]

  private static let unbounded = Mistake<Function>(
    "unbounded",
    says: """
      Your channel accepts whatever is made. While the producers are faster than the consumer it grows, until there is no memory \
      left. Let a producer wait while the channel is full.
      """
  ) { producers, _, consumer, _ in
    let (items, channel) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for await item in items { try await consumer.take(item) } }
      group.addTask {
        try await produce(producers) { channel.yield($0) }
        channel.finish()
      }
      try await group.waitForAll()
    }
  }

  private static let polls = Mistake<Function>(
    "polls",
    says: """
      You sleep, and then check again whether there is an item, or room. If you sleep long you come late, and if you check often \
      you work for nothing. Wait for the event itself, with a stream or with slots.
      """
  ) { producers, capacity, consumer, loop in
    let buffer = Buffer()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while true {
          if let item = buffer.take() {
            try await consumer.take(item)
          } else if buffer.isClosed {
            return
          } else {
            try await loop.sleep(for: .milliseconds(1))
          }
        }
      }
      group.addTask {
        try await produce(producers) { item in
          while buffer.count >= capacity { try await loop.sleep(for: .milliseconds(1)) }
          buffer.add(item)
        }
        buffer.close()
      }
      try await group.waitForAll()
    }
  }

  private static let losesTheLast = Mistake<Function>(
    "loses-the-last-items",
    says: """
      You return when the producers are done, and the items that are still in the channel are lost. It is the consumer that \
      decides when you are done: when it has taken the last item.
      """
  ) { producers, capacity, consumer, loop in
    let slots = Slots(capacity, on: loop)
    let (items, channel) = AsyncStream.makeStream(of: Int.self)
    let consuming = Task(executorPreference: loop) {
      for await item in items {
        try await consumer.take(item)
        slots.release()
      }
    }
    defer { consuming.cancel() }
    try await produce(producers) { item in
      try await slots.acquire()
      channel.yield(item)
    }
  }

  private static let neverFinishes = Mistake<Function>(
    "never-finishes",
    says: """
      All items are taken, and your consumer waits for more. A stream ends only when it is told to: finish it when all producers \
      are done.
      """
  ) { producers, capacity, consumer, loop in
    let slots = Slots(capacity, on: loop)
    let (items, channel) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await item in items {
          try await consumer.take(item)
          slots.release()
        }
      }
      group.addTask {
        try await produce(producers) { item in
          try await slots.acquire()
          channel.yield(item)
        }
      }
      try await group.waitForAll()
      withExtendedLifetime(channel) {}
    }
  }

  private static func produce(
    _ producers: [Producer], _ give: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for producer in producers {
        group.addTask { while let item = try await producer.next() { try await give(item) } }
      }
      try await group.waitForAll()
    }
  }

  private final class Buffer: Sendable {
    private let state = Guarded((items: [Int](), isClosed: false))

    var count: Int { state.withLock { $0.items.count } }
    var isClosed: Bool { state.withLock { $0.isClosed && $0.items.isEmpty } }

    func add(_ item: Int) { state.withLock { $0.items.append(item) } }
    func take() -> Int? { state.withLock { $0.items.isEmpty ? nil : $0.items.removeFirst() } }
    func close() { state.withLock { $0.isClosed = true } }
  }
}
