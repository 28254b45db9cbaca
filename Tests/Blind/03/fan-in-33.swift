// meant: a slot is taken between making an item and sending it, and given back after it is taken; all are children of one group, whose body counts the producers and closes the stream after the last; expected verdict: right

import EventLoop
import LessonKit

private struct Channel: Sendable {
  private let slots: Slots
  private let items: AsyncStream<Int>
  private let input: AsyncStream<Int>.Continuation

  init(_ capacity: Int, on loop: EventLoop) {
    slots = Slots(capacity, on: loop)
    (items, input) = AsyncStream.makeStream()
  }

  func send(_ item: Int) async throws {
    try await slots.acquire()
    input.yield(item)
  }

  func close() { input.finish() }

  func drain(into use: (Int) async throws -> Void) async throws {
    for await item in items {
      try await use(item)
      slots.release()
    }
  }
}

private enum Role: Sendable { case producer, consumer }

func fanIn(_ producers: [Producer], capacity: Int, to consumer: Consumer, on loop: EventLoop) async throws {
  let channel = Channel(capacity, on: loop)
  try await withThrowingTaskGroup(of: Role.self) { group in
    group.addTask {
      try await channel.drain { try await consumer.take($0) }
      return .consumer
    }
    for producer in producers {
      group.addTask {
        while let item = try await producer.next() { try await channel.send(item) }
        return .producer
      }
    }

    var open = producers.count
    if open == 0 { channel.close() }
    while let role = try await group.next() {
      if role == .producer { open -= 1 }
      if open == 0 { channel.close() }
    }
  }
}
