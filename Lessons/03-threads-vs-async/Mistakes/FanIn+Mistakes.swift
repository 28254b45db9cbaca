import EventLoop
import Synchronization

extension Mistakes {
  enum FanIn {
    /// A stream, as it comes: it takes in whatever is made.
    static func unbounded(
      _ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop
    ) async throws {
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

    /// Looks again and again whether there is room, and whether there is an item.
    static func polls(
      _ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop
    ) async throws {
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

    /// Ends when the producers have ended, with items still in the channel.
    static func losesTheLast(
      _ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop
    ) async throws {
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

    /// Nobody tells the consumer that there is no more to come.
    static func neverFinishes(
      _ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop
    ) async throws {
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
      private let state = Mutex((items: [Int](), isClosed: false))

      var count: Int { state.withLock { $0.items.count } }
      var isClosed: Bool { state.withLock { $0.isClosed && $0.items.isEmpty } }

      func add(_ item: Int) { state.withLock { $0.items.append(item) } }
      func take() -> Int? { state.withLock { $0.items.isEmpty ? nil : $0.items.removeFirst() } }
      func close() { state.withLock { $0.isClosed = true } }
    }
  }
}
