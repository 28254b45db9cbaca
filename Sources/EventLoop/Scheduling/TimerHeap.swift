/// The sleepers in order of their deadlines, equal ones in order of arrival.
///
/// A cancelled sleeper stays in the heap until it reaches the top or until every second one is cancelled; then the heap is built
/// anew. So each event costs logarithmic time, and memory stays within twice of what is needed.
struct TimerHeap {
  private struct Entry: HeapOrdered {
    /// In attoseconds: two numbers are compared without a call, two durations are not.
    var deadline: Int128
    var order: UInt64
    var sleeper: Sleeper

    func isBefore(_ other: Entry) -> Bool {
      deadline == other.deadline ? order < other.order : deadline < other.deadline
    }
  }

  private(set) var sleepers = SleeperTable()
  private var entries = BinaryHeap<Entry>()
  private var arrivals: UInt64 = 0
  private var discarded = 0

  /// How many sleepers are asleep.
  var count: Int { entries.count - discarded }

  /// The earliest deadline of a sleeper that is asleep.
  var earliest: Duration? {
    mutating get {
      while let top = entries.first, !sleepers.isAsleep(top.sleeper) {
        entries.removeFirst()
        discarded -= 1
      }
      return entries.first.map { Duration(attoseconds: $0.deadline) }
    }
  }

  /// Gives a task that is about to sleep a place.
  mutating func reserve() -> Sleeper { sleepers.reserve() }

  // [threads-vs-async 01:53] A request that waits is an entry in a heap, and
  // no thread.
  /// Lets a task sleep until a deadline. Returns false if it was cancelled before.
  mutating func insert(
    _ sleeper: Sleeper, until deadline: Duration, _ continuation: SleeperTable.Continuation
  ) -> Bool {
    guard sleepers.sleep(sleeper, continuation) else { return false }
    arrivals += 1
    entries.insert(Entry(deadline: deadline.attoseconds, order: arrivals, sleeper: sleeper))
    return true
  }

  // [threads-vs-async 01:12] A wait is over when its deadline has come,
  // however many others wait.
  /// Wakes all sleepers whose deadline is not later than `now`, and returns their continuations in order.
  mutating func removeAll(until now: Duration) -> [SleeperTable.Continuation] {
    var due: [SleeperTable.Continuation] = []
    while let deadline = earliest, deadline <= now {
      if let top = entries.first, let continuation = sleepers.wake(top.sleeper) { due.append(continuation) }
      entries.removeFirst()
    }
    return due
  }

  /// Cancels a sleeper. Returns its continuation if it has one that nothing else will resume.
  mutating func cancel(_ sleeper: Sleeper) -> SleeperTable.Continuation? {
    guard let continuation = sleepers.cancel(sleeper) else { return nil }
    discarded += 1
    guard discarded > 64, discarded > entries.count / 2 else { return continuation }
    entries.removeAll { [sleepers] in !sleepers.isAsleep($0.sleeper) }
    discarded = 0
    return continuation
  }
}
