/// The sleepers in order of their deadlines, equal ones in order of arrival.
///
/// A cancelled sleeper stays in the heap until it comes to the top or until every second one is cancelled; then the heap is built
/// anew. So each event costs logarithmic time, and memory stays within twice of what is needed.
struct TimerHeap {
  private struct Entry: HeapOrdered {
    var deadline: Duration
    var order: UInt64
    var sleeper: Sleeper

    func isBefore(_ other: Entry) -> Bool {
      deadline == other.deadline ? order < other.order : deadline < other.deadline
    }
  }

  private var entries = BinaryHeap<Entry>()
  private var arrivals: UInt64 = 0
  private var discarded = 0

  /// How many sleepers are asleep.
  var count: Int { entries.count - discarded }

  /// The earliest deadline of a sleeper that is asleep.
  var earliest: Duration? {
    mutating get {
      while let top = entries.first, !top.sleeper.isAsleep {
        entries.removeFirst()
        discarded -= 1
      }
      return entries.first?.deadline
    }
  }

  mutating func insert(_ sleeper: Sleeper) {
    arrivals += 1
    entries.insert(Entry(deadline: sleeper.deadline, order: arrivals, sleeper: sleeper))
  }

  /// Wakes all sleepers whose deadline is not later than `now`, and returns their continuations in order.
  mutating func removeAll(until now: Duration) -> [Sleeper.Continuation] {
    var due: [Sleeper.Continuation] = []
    while let deadline = earliest, deadline <= now {
      if let continuation = entries.first?.sleeper.wake() { due.append(continuation) }
      entries.removeFirst()
    }
    return due
  }

  /// Notes that a sleeper in the heap was cancelled.
  mutating func discardOne() {
    discarded += 1
    guard discarded > 64, discarded > entries.count / 2 else { return }
    entries.removeAll { !$0.sleeper.isAsleep }
    discarded = 0
  }
}
