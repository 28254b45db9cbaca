/// What happens when in a simulation: entries leave in the order of their times, equal ones in the order in which they came.
///
/// Entries of one lane have to come in the order of their times already, as those of all do who begin to wait one after another and wait
/// equally long. A lane is a queue, then, and only the heads of the lanes are in a heap: with a million who wait, an entry costs no more
/// than with ten.
struct Agenda {
  struct Entry {
    var time: Duration
    var order: Int
    var client: Int
    var lane = 0

    func isBefore(_ other: Entry) -> Bool {
      time == other.time ? order < other.order : time < other.time
    }
  }

  /// Entries of which the first to leave is always at hand.
  struct Heap {
    private(set) var entries: [Entry] = []

    var first: Entry? { entries.first }

    mutating func insert(_ entry: Entry) {
      entries.append(entry)
      var place = entries.count - 1
      while place > 0, entry.isBefore(entries[(place - 1) / 2]) {
        entries[place] = entries[(place - 1) / 2]
        place = (place - 1) / 2
      }
      entries[place] = entry
    }

    /// Exchanges the first entry for another one; for none, it only takes it out.
    mutating func replaceFirst(by next: Entry?) {
      guard let entry = next ?? entries.popLast(), !entries.isEmpty else { return }
      var place = 0
      while case var child = 2 * place + 1, child < entries.count {
        if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) { child += 1 }
        guard entries[child].isBefore(entry) else { break }
        entries[place] = entries[child]
        place = child
      }
      entries[place] = entry
    }
  }

  private struct Lane {
    var entries: [Entry] = []
    /// How many of them have left: to drop each at once would move all the others.
    var left = 0
  }

  private var lanes: [Lane]
  private var heads = Heap()
  private var entered = 0

  init(lanes count: Int) {
    lanes = [Lane](repeating: Lane(), count: count)
  }

  /// All entries, lane by lane.
  var entries: [Entry] { lanes.flatMap { $0.entries[$0.left...] } }

  mutating func add(_ client: Int, at time: Duration, lane: Int) {
    let entry = Entry(time: time, order: entered, client: client, lane: lane)
    entered += 1
    lanes[lane].entries.append(entry)
    if lanes[lane].entries.count == lanes[lane].left + 1 { heads.insert(entry) }
  }

  mutating func removeFirst() -> Entry? {
    guard let first = heads.first else { return nil }
    lanes[first.lane].left += 1
    let left = lanes[first.lane].left
    if left > 32, left > lanes[first.lane].entries.count / 2 {
      lanes[first.lane].entries.removeFirst(left)
      lanes[first.lane].left = 0
    }
    let next = lanes[first.lane].left
    heads.replaceFirst(by: next < lanes[first.lane].entries.count ? lanes[first.lane].entries[next] : nil)
    return first
  }
}
