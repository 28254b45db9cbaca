import EventLoop
import Platform
import Synchronization

@testable import FanInExercise

/// Answers to `fan-in` as learners would write them, written without a look at its grading.
enum FanInAnswers {
  typealias Function = @Sendable ([Producer], Int, Consumer, EventLoop) async throws -> Void

  private final class Box<Value: Sendable>: Sendable {
    private let value: Mutex<Value>
    init(_ value: Value) { self.value = Mutex(value) }
    func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
      value.withLock { value in body(&value) }
    }
  }

  static let right: [(String, Function)] = [
    (
      "a throwing stream and slots",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity, on: loop)
        let (stream, items) = AsyncThrowingStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            do {
              try await withThrowingTaskGroup(of: Void.self) { makers in
                for producer in producers {
                  makers.addTask {
                    while let item = try await producer.next() {
                      try await slots.acquire()
                      items.yield(item)
                    }
                  }
                }
                try await makers.waitForAll()
              }
              items.finish()
            } catch {
              items.finish(throwing: error)
              throw error
            }
          }
          group.addTask {
            for try await item in stream {
              try await consumer.take(item)
              slots.release()
            }
          }
          try await group.waitForAll()
        }
      }
    ),
    (
      "the consumer is the last child",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity, on: loop)
        let (stream, items) = AsyncStream.makeStream(of: Int.self)
        let left = Box(producers.count)
        if producers.isEmpty { items.finish() }
        try await withThrowingTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask {
              while let item = try await producer.next() {
                try await slots.acquire()
                items.yield(item)
              }
              if left.withLock({
                $0 -= 1; return $0 == 0
              }) {
                items.finish()
              }
            }
          }
          group.addTask {
            for await item in stream {
              slots.release()
              try await consumer.take(item)
            }
          }
          while let _ = try await group.next() {}
        }
      }
    ),
    (
      "one at the consumer, the others wait with theirs",
      { producers, _, consumer, loop in
        let gate = Slots(1, on: loop)
        try await withThrowingDiscardingTaskGroup { group in
          for producer in producers {
            group.addTask {
              while let item = try await producer.next() {
                try await gate.acquire()
                defer { gate.release() }
                try await consumer.take(item)
              }
            }
          }
        }
      }
    ),
    (
      "the others go on after an error",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity, on: loop)
        let (stream, items) = AsyncStream.makeStream(of: Int.self)
        let failure = Box<(any Error)?>(nil)
        await withTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask {
              do {
                while let item = try await producer.next() {
                  try await slots.acquire()
                  items.yield(item)
                }
              } catch { failure.withLock { $0 = $0 ?? error } }
            }
          }
          async let taken: Void = {
            do {
              for await item in stream {
                slots.release()
                try await consumer.take(item)
              }
            } catch { failure.withLock { $0 = $0 ?? error } }
          }()
          await group.waitForAll()
          items.finish()
          await taken
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
      }
    ),
    (
      "each gives way before it begins, something sleeps beside it, and errors are caught and thrown again",
      { producers, capacity, consumer, loop in
        async let alarm: Void = loop.sleep(for: .seconds(100))
        let makers = producers.map { producer in
          Producer {
            await Task.yield()
            return try await producer.next()
          }
        }
        let careful = Consumer { item in
          do { try await consumer.take(item) } catch { throw error }
        }
        try await FanInGrading.solution(makers, capacity, careful, loop)
      }
    ),
  ]

  /// Stream and slots, in what way the parameters say.
  private static func channel(
    _ producers: [Producer], _ consumer: Consumer,
    acquire: @escaping @Sendable (Int) async throws -> Void, release: @escaping @Sendable () -> Void,
    policy: AsyncStream<Int>.Continuation.BufferingPolicy = .unbounded
  ) async throws {
    let (stream, items) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: policy)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { items.finish() }
        try await withThrowingTaskGroup(of: Void.self) { makers in
          for (place, producer) in producers.enumerated() {
            makers.addTask {
              while let item = try await producer.next() {
                try await acquire(place)
                items.yield(item)
              }
            }
          }
          try await makers.waitForAll()
        }
      }
      group.addTask {
        for await item in stream {
          release()
          try await consumer.take(item)
        }
      }
      try await group.waitForAll()
    }
  }

  static let wrong: [(String, String, Function)] = [
    (
      "no limit", "unbounded",
      { producers, _, consumer, _ in
        try await channel(producers, consumer, acquire: { _ in }, release: {})
      }
    ),
    (
      "drops the oldest", "drops-items",
      { producers, capacity, consumer, _ in
        try await channel(
          producers, consumer, acquire: { _ in }, release: {}, policy: .bufferingNewest(capacity))
      }
    ),
    (
      "drops the newest", "drops-items",
      { producers, capacity, consumer, _ in
        try await channel(
          producers, consumer, acquire: { _ in }, release: {}, policy: .bufferingOldest(capacity))
      }
    ),
    (
      "two slots too many", "limit-too-high",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity + 1, on: loop)
        try await channel(
          producers, consumer, acquire: { _ in try await slots.acquire() }, release: { slots.release() })
      }
    ),
    (
      "the limit for each producer", "limit-too-high",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity * producers.count, on: loop)
        try await channel(
          producers, consumer, acquire: { _ in try await slots.acquire() }, release: { slots.release() })
      }
    ),
    (
      "a slot before an item is made", "slot-before-the-item",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity, on: loop)
        let (stream, items) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            defer { items.finish() }
            try await withThrowingTaskGroup(of: Void.self) { makers in
              for producer in producers {
                makers.addTask {
                  while true {
                    try await slots.acquire()
                    guard let item = try await producer.next() else { return slots.release() }
                    items.yield(item)
                  }
                }
              }
              try await makers.waitForAll()
            }
          }
          group.addTask {
            for await item in stream {
              try await consumer.take(item)
              slots.release()
            }
          }
          try await group.waitForAll()
        }
      }
    ),
    (
      "rounds: one of each, all are awaited", "waits-for-the-others",
      { producers, _, consumer, _ in
        var open = producers
        while !open.isEmpty {
          let round = try await withThrowingTaskGroup(of: (Int, Int?).self) { group in
            for (place, producer) in open.enumerated() {
              group.addTask { (place, try await producer.next()) }
            }
            var items: [(Int, Int?)] = []
            for try await item in group { items.append(item) }
            return items.sorted { $0.0 < $1.0 }
          }
          for case (_, let item?) in round { try await consumer.take(item) }
          open = round.filter { $0.1 != nil }.map { open[$0.0] }
        }
      }
    ),
    (
      "collects all, then hands on", "collects-first",
      { producers, _, consumer, _ in
        let items = try await withThrowingTaskGroup(of: [Int].self) { group in
          for producer in producers {
            group.addTask {
              var items: [Int] = []
              while let item = try await producer.next() { items.append(item) }
              return items
            }
          }
          return try await group.reduce(into: []) { $0 += $1 }
        }
        for item in items { try await consumer.take(item) }
      }
    ),
    (
      "every item in a task of its own", "takes-overlap",
      { producers, _, consumer, _ in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask {
              try await withThrowingTaskGroup(of: Void.self) { takers in
                while let item = try await producer.next() {
                  takers.addTask { try await consumer.take(item) }
                }
                try await takers.waitForAll()
              }
            }
          }
          try await group.waitForAll()
        }
      }
    ),
    (
      "straight to the consumer, from all producers", "takes-overlap",
      { producers, _, consumer, _ in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask { while let item = try await producer.next() { try await consumer.take(item) } }
          }
          try await group.waitForAll()
        }
      }
    ),
    (
      "one producer after another, no channel", "producers-one-after-another",
      { producers, _, consumer, _ in
        for producer in producers {
          while let item = try await producer.next() { try await consumer.take(item) }
        }
      }
    ),
    (
      "ends with the first producer that ends", "ends-with-the-first",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity, on: loop)
        let (stream, items) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask {
              while let item = try await producer.next() {
                try await slots.acquire()
                items.yield(item)
              }
            }
          }
          group.addTask {
            for await item in stream {
              slots.release()
              try await consumer.take(item)
            }
          }
          _ = try await group.next()
          items.finish()
          group.cancelAll()
        }
      }
    ),
    (
      "the consumer's error is dropped", "loses-the-error",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity, on: loop)
        let (stream, items) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask {
              while let item = try await producer.next() {
                try await slots.acquire()
                items.yield(item)
              }
            }
          }
          async let taken: Void = {
            for await item in stream {
              slots.release()
              try? await consumer.take(item)
            }
          }()
          try await group.waitForAll()
          items.finish()
          await taken
        }
      }
    ),
    (
      "doesn't wait for the last items", "loses-the-last-items",
      { producers, capacity, consumer, loop in
        let slots = Slots(capacity, on: loop)
        let (stream, items) = AsyncStream.makeStream(of: Int.self)
        let taker = Task(executorPreference: loop) {
          for await item in stream {
            slots.release()
            try await consumer.take(item)
          }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
          for producer in producers {
            group.addTask {
              while let item = try await producer.next() {
                try await slots.acquire()
                items.yield(item)
              }
            }
          }
          try await group.waitForAll()
        }
        items.finish()
        _ = taker
      }
    ),
    (
      "last in, first out", "loses-the-order",
      { producers, capacity, consumer, loop in
        let (free, filled) = (Slots(capacity, on: loop), Slots(0, on: loop))
        let stack = Box<[Int?]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            try await withThrowingTaskGroup(of: Void.self) { makers in
              for producer in producers {
                makers.addTask {
                  while let item = try await producer.next() {
                    try await free.acquire()
                    stack.withLock { $0.append(item) }
                    filled.release()
                  }
                }
              }
              try await makers.waitForAll()
            }
            stack.withLock { $0.insert(nil, at: 0) }
            filled.release()
          }
          group.addTask {
            while true {
              try await filled.acquire()
              guard let item = stack.withLock({ $0.removeLast() }) else { return }
              free.release()
              try await consumer.take(item)
            }
          }
          try await group.waitForAll()
        }
      }
    ),
    (
      "an error becomes a cancellation", "changes-the-error",
      { producers, capacity, consumer, loop in
        do { try await right[0].1(producers, capacity, consumer, loop) } catch { throw CancellationError() }
      }
    ),
    (
      "looks again and again whether there is room", "polls",
      { producers, capacity, consumer, _ in
        let waiting = Box(0)
        try await channel(
          producers, consumer,
          acquire: { _ in
            while waiting.withLock({ count in
              if count < capacity { count += 1; return false }
              return true
            }) { await Task.yield() }
          }, release: { waiting.withLock { $0 -= 1 } })
      }
    ),
    (
      "the first producer only", "leaves-producers-out",
      { producers, _, consumer, _ in
        while let item = try await producers.first?.next() { try await consumer.take(item) }
      }
    ),
    ("does nothing", "leaves-producers-out", { _, _, _, _ in }),
    (
      "two slots too many", "limit-too-high",
      { producers, capacity, consumer, loop in
        try await FanInGrading.solution(producers, capacity + 2, consumer, loop)
      }
    ),
    (
      "three slots, whatever the capacity", "limit-too-high",
      { producers, _, consumer, loop in try await FanInGrading.solution(producers, 3, consumer, loop) }
    ),
    (
      "the consumer takes an item again after an error", "takes-twice",
      { producers, capacity, consumer, loop in
        let patient = Consumer { item in
          do { try await consumer.take(item) } catch { try await consumer.take(item) }
        }
        try await FanInGrading.solution(producers, capacity, patient, loop)
      }
    ),
    (
      "the first producer's error only is lost", "loses-the-error",
      { producers, capacity, consumer, loop in
        let makers = producers.enumerated().map { place, producer in
          place == 0 ? Producer { try? await producer.next() } : producer
        }
        try await FanInGrading.solution(makers, capacity, consumer, loop)
      }
    ),
    (
      "never more than three producers", "producers-begin-late",
      { producers, capacity, consumer, loop in
        try await FanInGrading.solution(producers.atOnce(3, on: loop), capacity, consumer, loop)
      }
    ),
    (
      "never more than sixteen producers", "producers-begin-late",
      { producers, capacity, consumer, loop in
        try await FanInGrading.solution(producers.atOnce(16, on: loop), capacity, consumer, loop)
      }
    ),
    (
      "as many producers at once as there are slots", "producers-begin-late",
      { producers, capacity, consumer, loop in
        try await FanInGrading.solution(producers.atOnce(capacity, on: loop), capacity, consumer, loop)
      }
    ),
    (
      "sleeps at the end, to be sure", "returns-late",
      { producers, capacity, consumer, loop in
        try await FanInGrading.solution(producers, capacity, consumer, loop)
        try await loop.sleep(for: .milliseconds(producers.isEmpty ? 0 : 5))
      }
    ),
  ]
}

extension [Producer] {
  /// The same producers, no more than some of which are at work at any moment.
  fileprivate func atOnce(_ most: Int, on loop: EventLoop) -> [Producer] {
    let few = Slots(most, on: loop)
    let begun = Guarded(Set<Int>())
    return enumerated().map { place, producer in
      Producer {
        if begun.withLock({ $0.insert(place).inserted }) { try await few.acquire() }
        let item = try await producer.next()
        if item == nil { few.release() }
        return item
      }
    }
  }
}
