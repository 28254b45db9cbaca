import EventLoop
import LessonKit
import Platform

extension FanInGrading {
  static let mistakes = [
    unbounded, polls, losesTheLast, neverFinishes, neverReleases, endsWithTheFirst, leavesProducersOut,
    inventsAnError, takesOverlap, dropsItems, collectsFirst, limitTooHigh, takesTwice, losesTheOrder,
    oneAfterAnother, inTurn, slotBeforeTheItem, waitsForTheOthers, losesTheError, changesTheError, runsOn,
    neverTakes, beginLate, returnsLate,
  ]

  private static let beginLate = Mistake<Function>(
    "producers-begin-late",
    says: """
      Some producers begin at once, and others only later. It doesn't matter how many there are: a producer that makes its first item \
      needs no place yet. Begin a child task for each of them before you wait for any.
      """,
    hint: "Which of your lines keeps a producer from its first `next()`, and what does it wait for?"
  ) { producers, capacity, consumer, loop in
    let gate = Slots(2, on: loop)
    let begun = Guarded(Set<Int>())
    let makers = producers.enumerated().map { place, producer in
      Producer {
        if begun.withLock({ $0.insert(place).inserted }) { try await gate.acquire() }
        let item = try await producer.next()
        if item == nil { gate.release() }
        return item
      }
    }
    try await solution(makers, capacity, consumer, loop)
  }

  private static let returnsLate = Mistake<Function>(
    "returns-late",
    says: """
      The last item was taken, and you returned only some time after that. A sleep at the end guesses how long the consumer needs. Wait for \
      the consumer's task itself: it ends when the stream is finished and empty.
      """,
    hint: "Which task knows that the last item is taken, and do you await that one?"
  ) { producers, capacity, consumer, loop in
    try await solution(producers, capacity, consumer, loop)
    if !producers.isEmpty { try await loop.sleep(for: .milliseconds(50)) }
  }

  private static let neverTakes = Mistake<Function>(
    "never-takes",
    says: """
      You ask the producers for their items, and never hand one to the consumer. A channel has two ends: one task reads it, and calls \
      `take` for each item, while the producers go on.
      """,
    hint: "Which task calls `take`, and what brings it the item?"
  ) { producers, _, _, _ in
    for producer in producers { while try await producer.next() != nil {} }
  }

  private static let unbounded = Mistake<Function>(
    "unbounded",
    says: """
      Your channel accepts whatever is made. While the producers are faster than the consumer it grows, until there is no memory \
      left. Let a producer wait while the channel is full.
      """,
    hint: "The consumer sleeps for an hour. What do your producers do meanwhile?"
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
      """,
    hint: "An item comes 1 ms after you looked. Who could tell you, instead of your looking again?"
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
      """,
    hint: "The last producer is done, and two items are in the channel. Which task do you wait for now?"
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
      """,
    hint: "Your `for await` has taken the last item. What tells it that no other will come?"
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

  private static let neverReleases = Mistake<Function>(
    "never-releases",
    says: """
      You take a slot for each item, and never give one back. When `capacity` items have gone through, every producer waits for a \
      slot for ever. Release the slot when the consumer has its item.
      """,
    hint: "`capacity` is 2, and three items have been made. Which line lets the third one in?"
  ) { producers, capacity, consumer, loop in
    let slots = Slots(capacity, on: loop)
    try await channel(producers, consumer, acquire: { _ in try await slots.acquire() }, release: {})
  }

  private static let endsWithTheFirst = Mistake<Function>(
    "ends-with-the-first",
    says: """
      The channel is closed as soon as one producer has no more items. The others are not done, and what they make from then on is \
      lost. Close it when the last of them is done: await them all first.
      """,
    hint: "One producer makes 1 item, another 5. How many have you passed on when you close the channel?"
  ) { producers, capacity, consumer, loop in
    let slots = Slots(capacity, on: loop)
    let (items, channel) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for producer in producers {
        group.addTask {
          while let item = try await producer.next() {
            try await slots.acquire()
            channel.yield(item)
          }
          channel.finish()
        }
      }
      for await item in items {
        slots.release()
        try await consumer.take(item)
      }
      group.cancelAll()
    }
  }

  private static let leavesProducersOut = Mistake<Function>(
    "leaves-producers-out",
    says: """
      You have not called `next()` of every producer. There may be any number of them: begin a child task for each one in \
      `producers`.
      """,
    hint: "With five producers, how many child tasks does your code begin?"
  ) { producers, capacity, consumer, loop in
    try await solution(Array(producers.prefix(1)), capacity, consumer, loop)
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      No call failed, and you threw an error. `nil` only says that a producer has no more items, and no producers at all are \
      no error either. Throw only what a call throws.
      """,
    hint: "What does your code do with a `nil`, and with an empty list of producers?"
  ) { producers, capacity, consumer, loop in
    try await solution(producers, capacity, consumer, loop)
    throw CancellationError()
  }

  private static let takesOverlap = Mistake<Function>(
    "takes-overlap",
    says: """
      You call `take` while the consumer is still at another item. It takes one at a time: let one task alone call it, in a loop, \
      and bring it the items through the channel.
      """,
    hint: "How many of your tasks call `take`? Could two of them be in it together?"
  ) { producers, _, consumer, _ in
    try await produce(producers) { try await consumer.take($0) }
  }

  private static let dropsItems = Mistake<Function>(
    "drops-items",
    says: """
      Items are lost on the way. The buffering policy of an `AsyncStream` throws away what is too much, and makes no producer \
      wait. Keep all items, and make the producers wait, with `Slots` for example.
      """,
    hint: "Your channel is full and an item comes. Which of the two does not stay?"
  ) { producers, capacity, consumer, _ in
    try await channel(
      producers, consumer, policy: .bufferingNewest(capacity), acquire: { _ in }, release: {})
  }

  private static let collectsFirst = Mistake<Function>(
    "collects-first",
    says: """
      The consumer is given nothing until the last item is made. It could have worked all that time, and what is collected has no \
      limit. Begin the consumer together with the producers, and bring it each item when it is made.
      """,
    hint: "The first item is ready after 10 ms. When does the consumer hear of it?"
  ) { producers, _, consumer, _ in
    let buffer = Buffer()
    try await produce(producers) { buffer.add($0) }
    while let item = buffer.take() { try await consumer.take(item) }
  }

  private static let limitTooHigh = Mistake<Function>(
    "limit-too-high",
    says: """
      Your channel has a limit, but more items lie about than `capacity` allows. All producers share one capacity. Make one \
      `Slots(capacity, on: loop)` for them all, acquire for each item before it goes into the channel, and make the next one only after that.
      """,
    hint: "Three producers, `capacity` 2: how many items fit into all of your channels together?"
  ) { producers, capacity, consumer, loop in
    let slots = Slots(capacity * producers.count, on: loop)
    try await channel(
      producers, consumer, acquire: { _ in try await slots.acquire() }, release: { slots.release() })
  }

  private static let takesTwice = Mistake<Function>(
    "takes-twice",
    says: """
      You hand the same item to the consumer more than once. Each item that `next()` returns goes into the channel once, and each \
      one that comes out of it is taken once.
      """,
    hint: "Follow one item through your code. How often does it go in, and does it leave when it is taken?"
  ) { producers, capacity, consumer, loop in
    let last = Guarded<Int?>(nil)
    try await solution(
      producers, capacity,
      Consumer { item in
        last.withLock { $0 = item }
        try await consumer.take(item)
      }, loop)
    if let last = last.withLock({ $0 }) { try await consumer.take(last) }
  }

  private static let losesTheOrder = Mistake<Function>(
    "loses-the-order",
    says: """
      All items are taken, but a producer's items not in the order in which it made them. A channel gives out first what came in \
      first: append at one end, take from the other, and let no item have a task of its own.
      """,
    hint: "A producer makes 1, then 2. Which of your lines lets 2 overtake?"
  ) { producers, capacity, consumer, loop in
    let (free, filled) = (Slots(capacity, on: loop), Slots(0, on: loop))
    let stack = Guarded<[Int?]>([])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await produce(producers) { item in
          try await free.acquire()
          stack.withLock { $0.append(item) }
          filled.release()
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
      for try await _ in group {}
    }
  }

  private static let oneAfterAnother = Mistake<Function>(
    "producers-one-after-another",
    says: """
      You bring one producer to its end before you begin the next. All that time the others could have worked: begin all of them \
      at once, each in a child task.
      """,
    hint: "What is the second producer doing while the first one makes its items?"
  ) { producers, _, consumer, _ in
    for producer in producers {
      while let item = try await producer.next() { try await consumer.take(item) }
    }
  }

  private static let inTurn = Mistake<Function>(
    "producers-in-turn",
    says: """
      Only one producer works at a time: each waits until another's item is made, or taken. The loop that asks them one after another \
      is serial, however many there are, and so is one slot for all that is taken before `next()`. Give each producer a child task.
      """,
    hint: "While one `next()` is awaited, which other `next()` is under way?"
  ) { producers, _, consumer, _ in
    var open = producers
    while !open.isEmpty {
      for (place, producer) in open.enumerated().reversed() {
        if let item = try await producer.next() {
          try await consumer.take(item)
        } else {
          open.remove(at: place)
        }
      }
    }
  }

  private static let slotBeforeTheItem = Mistake<Function>(
    "slot-before-the-item",
    says: """
      Your producers take a slot before they make an item. So no more of them work at the same time than there are slots, although \
      nothing is in the channel yet. Call `next()` first, and acquire a slot for what it returned.
      """,
    hint: "What is in the channel while a producer is still making its item? What is its slot for?"
  ) { producers, capacity, consumer, loop in
    let slots = Slots(capacity, on: loop)
    let makers = producers.map { producer in
      Producer {
        try await slots.acquire()
        let item = try await producer.next()
        if item == nil { slots.release() }
        return item
      }
    }
    try await channel(makers, consumer, acquire: { _ in }, release: { slots.release() })
  }

  private static let waitsForTheOthers = Mistake<Function>(
    "waits-for-the-others",
    says: """
      An item is ready and the consumer is free, but you wait for the other producers first. The slowest sets the pace of all. Hand \
      on each item as soon as it is made, whichever producer it comes from.
      """,
    hint: "One producer needs 10 ms for an item, another 100. When does the first item get to the consumer?"
  ) { producers, _, consumer, _ in
    var open = producers
    while !open.isEmpty {
      let round = try await withThrowingTaskGroup(of: (Int, Int?).self) { group in
        for (place, producer) in open.enumerated() { group.addTask { (place, try await producer.next()) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      for case (_, let item?) in round { try await consumer.take(item) }
      open = round.filter { $0.1 != nil }.map { open[$0.0] }
    }
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      A call threw an error, and you return as if all items had been taken. `try?` and an empty `catch` do that, and so does a task \
      whose value is never awaited. Throw the error.
      """,
    hint: "A producer throws. Which line of yours awaits that producer's task?"
  ) { producers, capacity, consumer, loop in
    try? await solution(producers, capacity, consumer, loop)
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      You throw another error than the call did, so the caller can't tell what has gone wrong. Throw the first one that you get, \
      as it is. Children that are cancelled because of it throw a `CancellationError`: that comes later and is not the reason.
      """,
    hint:
      "One child fails, and the others are cancelled. Whose error do you meet first, and whose do you throw?"
  ) { producers, capacity, consumer, loop in
    do { try await solution(producers, capacity, consumer, loop) } catch { throw CancellationError() }
  }

  private static let runsOn = Mistake<Function>(
    "runs-on-after-an-error",
    says: """
      You throw the error, and the other calls run on. A `Task` has no parent that would end it with you. Use a task group: when it \
      is left, it cancels its children and waits for them.
      """,
    hint: "When your error leaves the function, which of your tasks are still running, and who owns them?"
  ) { producers, capacity, consumer, loop in
    try await Task(executorPreference: loop) {
      let slots = Slots(capacity, on: loop)
      let (items, channel) = AsyncThrowingStream.makeStream(of: Int.self)
      let makers = producers.map { producer in
        Task(executorPreference: loop) {
          do {
            while let item = try await producer.next() {
              try await slots.acquire()
              channel.yield(item)
            }
          } catch { channel.finish(throwing: error) }
        }
      }
      Task(executorPreference: loop) {
        for maker in makers { await maker.value }
        channel.finish()
      }
      for try await item in items {
        try await consumer.take(item)
        slots.release()
      }
    }.value
  }

  /// A stream between the producers and the consumer, limited by what it acquires.
  private static func channel(
    _ producers: [Producer], _ consumer: Consumer,
    policy: AsyncStream<Int>.Continuation.BufferingPolicy = .unbounded,
    acquire: @escaping @Sendable (Int) async throws -> Void, release: @escaping @Sendable () -> Void
  ) async throws {
    let (items, channel) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: policy)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await item in items {
          release()
          try await consumer.take(item)
        }
      }
      group.addTask {
        try await produce(producers) { item in
          try await acquire(item)
          channel.yield(item)
        }
        channel.finish()
      }
      for try await _ in group {}
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
