/// The tasks that sleep or are about to, a place each, without an object for any of them.
///
/// A place is used again by a later sleeper; the generation in a ``Sleeper`` tells whose it is at the moment.
struct SleeperTable {
  typealias Continuation = UnsafeContinuation<Void, any Error>

  private struct Place {
    /// What is resumed when the sleeper wakes up; `nil` unless it sleeps.
    var continuation: Continuation?
    var generation: UInt32 = 0
    var phase: Phase = .reserved
  }

  /// What a place is in use for; of a free one, which is the next free place.
  private struct Phase: Equatable {
    var code: UInt32

    /// The task has not gone to sleep yet.
    static let reserved = Phase(code: .max)
    /// The task sleeps.
    static let asleep = Phase(code: .max - 1)
    /// Cancelled before the task went to sleep.
    static let cancelled = Phase(code: .max - 2)
    /// Free, and no other place is.
    static let lastFree = Phase(code: .max - 3)

    static func free(next: UInt32) -> Phase { Phase(code: next) }
  }

  private var places: [Place] = []
  private var firstFree = Phase.lastFree

  /// Gives a task that is about to sleep a place.
  mutating func reserve() -> Sleeper {
    guard firstFree != .lastFree else {
      places.append(Place())
      return Sleeper(place: UInt32(places.count - 1), generation: 0)
    }
    let index = firstFree.code
    firstFree = places[Int(index)].phase
    places[Int(index)].phase = .reserved
    return Sleeper(place: index, generation: places[Int(index)].generation)
  }

  func isAsleep(_ sleeper: Sleeper) -> Bool {
    let place = places[Int(sleeper.place)]
    return place.generation == sleeper.generation && place.phase == .asleep
  }

  /// Lets a task go to sleep. Returns false, and frees its place, if it was cancelled before.
  mutating func sleep(_ sleeper: Sleeper, _ continuation: Continuation) -> Bool {
    guard places[Int(sleeper.place)].phase == .reserved else {
      _ = free(sleeper)
      return false
    }
    places[Int(sleeper.place)].continuation = continuation
    places[Int(sleeper.place)].phase = .asleep
    return true
  }

  /// Wakes a sleeper up because the time has come. Returns nil if it sleeps no more.
  mutating func wake(_ sleeper: Sleeper) -> Continuation? {
    isAsleep(sleeper) ? free(sleeper) : nil
  }

  /// Wakes a sleeper up because of a cancellation. Returns nil if there is nothing to resume.
  mutating func cancel(_ sleeper: Sleeper) -> Continuation? {
    guard places[Int(sleeper.place)].generation == sleeper.generation else { return nil }
    switch places[Int(sleeper.place)].phase {
    case .asleep: return free(sleeper)
    case .reserved: places[Int(sleeper.place)].phase = .cancelled
    default: break
    }
    return nil
  }

  private mutating func free(_ sleeper: Sleeper) -> Continuation? {
    let index = Int(sleeper.place)
    defer {
      places[index].continuation = nil
      places[index].generation &+= 1
      places[index].phase = firstFree
      firstFree = .free(next: sleeper.place)
    }
    return places[index].continuation
  }
}
