/// The sleepers in order of their deadlines, equal ones in order of arrival: a binary heap.
///
/// A cancelled sleeper stays in the heap until it comes to the top or until every second one is cancelled; then the heap is built
/// anew. So each event costs logarithmic time, and memory stays within twice of what is needed.
struct TimerHeap {
  private struct Entry {
    var deadline: Duration
    var order: UInt64
    var sleeper: Sleeper

    func isBefore(_ other: Entry) -> Bool {
      deadline == other.deadline ? order < other.order : deadline < other.deadline
    }
  }

  private var entries: [Entry] = []
  private var arrivals: UInt64 = 0
  private var discarded = 0

  /// How many sleepers are asleep.
  var count: Int { entries.count - discarded }

  /// The earliest deadline of a sleeper that is asleep.
  var earliest: Duration? {
    mutating get {
      while let top = entries.first, !top.sleeper.isAsleep {
        removeTop()
        discarded -= 1
      }
      return entries.first?.deadline
    }
  }

  mutating func insert(_ sleeper: Sleeper) {
    arrivals += 1
    entries.append(Entry(deadline: sleeper.deadline, order: arrivals, sleeper: sleeper))
    siftUp(from: entries.count - 1)
  }

  /// Wakes all sleepers whose deadline is not later than `now`, and returns their continuations in order.
  mutating func removeAll(until now: Duration) -> [Sleeper.Continuation] {
    var due: [Sleeper.Continuation] = []
    while let deadline = earliest, deadline <= now {
      if let continuation = entries[0].sleeper.wake() { due.append(continuation) }
      removeTop()
    }
    return due
  }

  /// Notes that a sleeper in the heap was cancelled.
  mutating func discardOne() {
    discarded += 1
    guard discarded > 64, discarded > entries.count / 2 else { return }
    entries.removeAll { !$0.sleeper.isAsleep }
    discarded = 0
    for index in entries.indices.reversed() { siftDown(from: index) }
  }

  private mutating func removeTop() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    siftDown(from: 0)
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].isBefore(entries[parent]) else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown(from start: Int) {
    var parent = start
    while true {
      var first = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < entries.count {
        if entries[child].isBefore(entries[first]) { first = child }
      }
      guard first != parent else { return }
      entries.swapAt(parent, first)
      parent = first
    }
  }
}
