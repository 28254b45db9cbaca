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

  private(set) var sleepers = SleeperTable()
  private var entries: [Entry] = []
  private var arrivals: UInt64 = 0
  private var discarded = 0

  /// How many sleepers are asleep.
  var count: Int { entries.count - discarded }

  /// The earliest deadline of a sleeper that is asleep.
  var earliest: Duration? {
    mutating get {
      while let top = entries.first, !sleepers.isAsleep(top.sleeper) {
        removeTop()
        discarded -= 1
      }
      return entries.first?.deadline
    }
  }

  /// Gives a task that is about to sleep a place.
  mutating func reserve() -> Sleeper { sleepers.reserve() }

  /// Lets a task sleep until a deadline. Returns false if it was cancelled before.
  mutating func insert(
    _ sleeper: Sleeper, until deadline: Duration, _ continuation: SleeperTable.Continuation
  ) -> Bool {
    guard sleepers.sleep(sleeper, continuation) else { return false }
    arrivals += 1
    entries.append(Entry(deadline: deadline, order: arrivals, sleeper: sleeper))
    siftUp(from: entries.count - 1)
    return true
  }

  /// Wakes all sleepers whose deadline is not later than `now`, and returns their continuations in order.
  mutating func removeAll(until now: Duration) -> [SleeperTable.Continuation] {
    var due: [SleeperTable.Continuation] = []
    while let deadline = earliest, deadline <= now {
      if let continuation = sleepers.wake(entries[0].sleeper) { due.append(continuation) }
      removeTop()
    }
    return due
  }

  /// Cancels a sleeper. Returns its continuation if it has one that nobody else will resume.
  mutating func cancel(_ sleeper: Sleeper) -> SleeperTable.Continuation? {
    guard let continuation = sleepers.cancel(sleeper) else { return nil }
    discarded += 1
    guard discarded > 64, discarded > entries.count / 2 else { return continuation }
    entries.removeAll { [sleepers] in !sleepers.isAsleep($0.sleeper) }
    discarded = 0
    for index in entries.indices.reversed() { siftDown(from: index) }
    return continuation
  }

  private mutating func removeTop() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    siftDown(from: 0)
  }

  // Both sifts carry one entry through a gap: half the writes of swapping at each level.

  private mutating func siftUp(from start: Int) {
    let entry = entries[start]
    var gap = start
    while gap > 0 {
      let parent = (gap - 1) / 2
      guard entry.isBefore(entries[parent]) else { break }
      entries[gap] = entries[parent]
      gap = parent
    }
    entries[gap] = entry
  }

  private mutating func siftDown(from start: Int) {
    guard start < entries.count else { return }
    let entry = entries[start]
    var gap = start
    while case var child = 2 * gap + 1, child < entries.count {
      if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) { child += 1 }
      guard entries[child].isBefore(entry) else { break }
      entries[gap] = entries[child]
      gap = child
    }
    entries[gap] = entry
  }
}
