import LessonKit

@testable import TurnExercise

/// Answers to `turn` as learners would write them.
enum TurnAnswers {
  typealias Function = TurnGrading.Function

  static let right: [(String, Function)] = [
    (
      "wakes the earliest until none is due",
      { queues, now in
        while let place = queues.sleepers.indices.min(by: {
          queues.sleepers[$0].until < queues.sleepers[$1].until
        }), queues.sleepers[place].until <= now {
          queues.ready.append(queues.sleepers.remove(at: place).task)
        }
        if let first = queues.ready.first {
          queues.ready.removeFirst()
          return .run(first)
        }
        if let earliest = queues.sleepers.min(by: { $0.until < $1.until }) {
          return .wait(earliest.until - now)
        }
        return .standstill
      }
    ),
    (
      "in one pass, by time and place",
      { queues, now in
        var awake: [(until: Int, place: Int, task: String)] = []
        var asleep: [Sleeper] = []
        for (place, sleeper) in queues.sleepers.enumerated() {
          if sleeper.until > now {
            asleep.append(sleeper)
          } else {
            awake.append((sleeper.until, place, sleeper.task))
          }
        }
        awake.sort { ($0.until, $0.place) < ($1.until, $1.place) }
        queues = Queues(ready: queues.ready + awake.map(\.task), sleepers: asleep)
        guard queues.ready.isEmpty else { return .run(queues.ready.removeFirst()) }
        return asleep.isEmpty ? .standstill : .wait(asleep.map { $0.until - now }.min()!)
      }
    ),
    (
      "keeps the sleepers sorted",
      { queues, now in
        queues.sleepers.sort { $0.until < $1.until }
        while let first = queues.sleepers.first, first.until <= now {
          queues.ready.append(first.task)
          queues.sleepers.removeFirst()
        }
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.first.map { .wait($0.until - now) } ?? .standstill
      }
    ),
  ]

  static let wrong: [(String, String, Function)] = [
    (
      "takes the ready one before it wakes others", "chooses-before-waking",
      { queues, now in
        let first = queues.ready.isEmpty ? nil : queues.ready.removeFirst()
        let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        queues.ready += due.map(\.task)
        queues.sleepers.removeAll { $0.until <= now }
        if let first { return .run(first) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "does not sort, and returns the deadline", "wakes-in-order-of-falling-asleep",
      { queues, now in
        queues.ready += queues.sleepers.filter { $0.until <= now }.map(\.task)
        queues.sleepers.removeAll { $0.until <= now }
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait($0) } ?? .standstill
      }
    ),
    (
      "ready first, sleepers if there is nothing else", "sleepers-starve",
      { queues, now in
        if let first = queues.ready.first {
          queues.ready.removeFirst()
          return .run(first)
        }
        let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        queues.sleepers.removeAll { $0.until <= now }
        queues.ready = due.map(\.task)
        if let first = queues.ready.first {
          queues.ready.removeFirst()
          return .run(first)
        }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "due ones in front", "sleepers-first",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        queues.sleepers.removeAll { $0.until <= now }
        queues.ready = due.map(\.task) + queues.ready
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "pops the last", "last-in-first-out",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        queues.sleepers.removeAll { $0.until <= now }
        queues.ready += due.map(\.task)
        if let last = queues.ready.popLast() { return .run(last) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "looks, and takes nothing out", "stays-in-the-queue",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        queues.sleepers.removeAll { $0.until <= now }
        queues.ready += due.map(\.task)
        if let first = queues.ready.first { return .run(first) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "only later than now is due", "not-at-its-own-time",
      { queues, now in
        let due = queues.sleepers.filter { $0.until < now }.sorted { $0.until < $1.until }
        queues.sleepers.removeAll { $0.until < now }
        queues.ready += due.map(\.task)
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "the first in the list", "first-that-fell-asleep",
      { queues, now in
        while let first = queues.sleepers.first, first.until <= now {
          queues.ready.append(first.task)
          queues.sleepers.removeFirst()
        }
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        guard let first = queues.sleepers.first else { return .standstill }
        return .wait(first.until - now)
      }
    ),
    (
      "does not sort", "wakes-in-order-of-falling-asleep",
      { queues, now in
        for sleeper in queues.sleepers where sleeper.until <= now { queues.ready.append(sleeper.task) }
        queues.sleepers.removeAll { $0.until <= now }
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "returns the deadline", "waits-until-instead-of-for",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        queues.sleepers.removeAll { $0.until <= now }
        queues.ready += due.map(\.task)
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait($0) } ?? .standstill
      }
    ),
    (
      "waits a millisecond", "asks-again-and-again",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        queues.sleepers.removeAll { $0.until <= now }
        queues.ready += due.map(\.task)
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.isEmpty ? .standstill : .wait(1)
      }
    ),
    (
      "works on a copy", "changes-nothing",
      { queues, now in
        var ready = queues.ready
        ready += queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }.map(\.task)
        if let first = ready.first { return .run(first) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "never wakes anyone", "waits-for-what-is-over",
      { queues, now in
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait(max(0, $0 - now)) } ?? .standstill
      }
    ),
    (
      "does not know the sleepers", "stands-still-with-sleepers",
      { queues, _ in
        queues.ready.isEmpty ? .standstill : .run(queues.ready.removeFirst())
      }
    ),
    ("a constant", "always-the-same", { _, _ in .wait(20) }),
    ("throws", "gives-up", { _, _ in throw CancellationError() }),
    (
      "in the order of the alphabet", "sorts-the-ready",
      { queues, now in
        let step = try TurnGrading.solution(&queues, now)
        guard case .run(let task) = step else { return step }
        let sorted = (queues.ready + [task]).sorted()
        queues.ready = Array(sorted.dropFirst())
        return .run(sorted[0])
      }
    ),
    (
      "the earliest at once", "runs-a-sleeper",
      { queues, now in
        let step = try TurnGrading.solution(&queues, now)
        guard case .wait = step, let first = queues.sleepers.min(by: { $0.until < $1.until }) else {
          return step
        }
        queues.sleepers.removeAll { $0.task == first.task }
        return .run(first.task)
      }
    ),
    (
      "within the next millisecond", "wakes-a-moment-early",
      { queues, now in
        let due = queues.sleepers.enumerated().filter { $0.element.until <= now + 1 }
          .sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }.map(\.element)
        queues.sleepers.removeAll { $0.until <= now + 1 }
        queues.ready += due.map(\.task)
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "all of the earliest time", "wakes-only-some",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = due.filter { $0.until == due.map(\.until).min() }
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "all of the latest time", "wakes-only-some",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = due.filter { $0.until == due.map(\.until).max() }
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "two at most", "wakes-only-some",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = due.sorted { $0.until < $1.until }.prefix(2)
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "all but the one that fell asleep last", "wakes-only-some",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = due.count > 1 ? due.dropLast() : due[...]
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "one, the latest", "wakes-one-a-turn",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = due.max { $0.until < $1.until }.map { [$0] } ?? []
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "one, the last in the list", "wakes-one-a-turn",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = due.suffix(1)
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "one, and only where nothing is ready", "sleepers-starve",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = queues.ready.isEmpty ? due.sorted { $0.until < $1.until }.prefix(1) : []
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "only whose time is now", "waits-for-what-is-over",
      { queues, now in
        let due = queues.sleepers.filter { $0.until <= now }
        let awake = due.filter { $0.until == now }
        queues.sleepers.removeAll { awake.contains($0) }
        queues.ready += awake.sorted { $0.until < $1.until }.map(\.task)
        return rest(&queues, now)
      }
    ),
    (
      "those whose time is now only where nothing is ready", "not-at-its-own-time",
      { queues, now in
        func wake(until limit: Int) {
          let due = queues.sleepers.filter { $0.until <= limit }.sorted { $0.until < $1.until }
          queues.sleepers.removeAll { $0.until <= limit }
          queues.ready += due.map(\.task)
        }
        wake(until: now - 1)
        if queues.ready.isEmpty { wake(until: now) }
        return rest(&queues, now)
      }
    ),
    (
      "until after the sleeper's time", "waits-one-too-long",
      { queues, now in
        let step = try TurnGrading.solution(&queues, now)
        if case .wait(let time) = step { return .wait(time + 1) }
        return step
      }
    ),
  ]

  /// What follows once those are awake who wake.
  private static func rest(_ queues: inout Queues, _ now: Int) -> Step {
    if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
    return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
  }
}
