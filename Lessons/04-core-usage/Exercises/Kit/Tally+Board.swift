import Foundation
import LessonKit
import Platform

/// Where a search for primes writes down how many it has found.
///
/// What goes wrong once in a million times goes wrong here every time: a read waits a moment for another task to read as well.
final class Board: Sendable {
  /// How many primes have been found so far. A read and a write are two steps: other tasks may come in between.
  var count: Int {
    get { read() }
    set { write(newValue) }
  }

  /// Counts the primes in a part, which keeps a core.
  func primes(in part: Range<Int>) -> Int {
    let place = begin(part)
    let found = Self.number(in: part)
    end(place, found: found)
    return found
  }

  // For the grading.

  /// What was done.
  struct Log: Sendable {
    struct Write: Sendable {
      var from: Int
      var to: Int
      /// What the task that writes has last read; `nil` if it has read nothing since its last write.
      var read: Int?
    }

    struct Search: Sendable {
      var part: Range<Int>
      var task: UInt64
      /// How many primes it has; 0 while it is searched.
      var found = 0
      /// The number of a task that was made when the search ended: those made earlier have smaller ones.
      var nextTask: UInt64?
    }

    var count = 0
    var searches: [Search] = []
    /// The task that was asked.
    var ownTask: UInt64?
    var searching = 0
    /// The most searches at the same time.
    var peak = 0
    /// Whether a search ran elsewhere than on the cores that there are for it.
    var hasLeftTheCores = false
    var reads = 0
    var writes: [Write] = []
    /// How many searches were done, and how much of that was written, while the part that takes long was searched.
    var besideTheLong: (done: Int, written: Int)?
    /// Whether a search has waited for others to begin, and not all came.
    var hasWaitedInVain = false
    /// Whether a task went on to another part, and the board did not show what its parts have.
    var goesOnBefore = false
    /// What tasks have read and not yet written.
    var readings: [UInt64: Int] = [:]
    /// What tasks are about to write without having read.
    var pending: [UInt64: Int] = [:]

    /// How many steps there were, not counting reads: those alone lead nowhere.
    var steps: Int { searches.count * 2 - searching + writes.count }
    var searched: [Range<Int>] { searches.map(\.part) }
    /// The tasks that searched.
    var searchers: Set<UInt64> { Set(searches.map(\.task)) }
    /// For each search but the first, whether its task was there already when the search before it ended; `nil` where that says
    /// nothing: the task that was asked is always there, and one that goes on to the next part is not waited for.
    var wereThereBefore: [Bool?] {
      zip(searches, searches.dropFirst()).map { before, search in
        guard search.task != ownTask, search.task != before.task, let next = before.nextTask else {
          return nil
        }
        return search.task < next
      }
    }
  }

  private let number: Int
  private let long: Range<Int>?
  private let state = Guarded(Log())

  /// How long a search waits for others to begin or for what its task has found to be on the board, how long where that was in vain
  /// before, how long a read waits for another one, and the long part for a first number on the board: far longer than that takes
  /// where it is on its way.
  private static let patience = (
    search: Duration.milliseconds(400), again: Duration.milliseconds(40), read: Duration.milliseconds(40),
    long: Duration.milliseconds(400)
  )

  /// - Parameter long: the part that takes so long that something is written meanwhile, if anything ever is.
  init(parts number: Int, long: Range<Int>?) {
    self.number = number
    self.long = long
  }

  var log: Log { state.withLock { $0 } }

  /// Notes that the task that runs is the one that is asked to tally.
  func begins() {
    let task = Self.task
    state.withLock { $0.ownTask = task }
  }

  /// Begins a search, and returns its place among all of them.
  private func begin(_ part: Range<Int>) -> Int {
    let task = Self.task
    waitForWhatWasFound(by: task)
    let place = state.withLock { log in
      log.searches.append(.init(part: part, task: task))
      log.searching += 1
      log.peak = max(log.peak, log.searching)
      return log.searches.count - 1
    }
    let isOnACore = TallyCores.haveThisThread
    if !isOnACore { state.withLock { $0.hasLeftTheCores = true } }
    let all = min(number, isOnACore ? TallyCores.count : 2)
    if part == long {
      wait(Self.patience.long) { !$0.writes.isEmpty }
      state.withLock { $0.besideTheLong = ($0.searches.count - $0.searching, $0.writes.count) }
    } else {
      func areThere(_ log: Log) -> Bool { log.peak >= (log.hasLeftTheCores ? min(all, 2) : all) }
      let isLate = state.withLock { $0.hasWaitedInVain }
      wait(isLate ? Self.patience.again : Self.patience.search, until: areThere)
      state.withLock { if !areThere($0) { $0.hasWaitedInVain = true } }
    }
    return place
  }

  /// Notes that a task goes on to another part, where the board does not show in time what that task has found so far.
  private func waitForWhatWasFound(by task: UInt64) {
    func isShown(_ log: Log) -> Bool {
      log.count >= log.searches.reduce(0) { $0 + ($1.task == task ? $1.found : 0) }
    }
    guard state.withLock({ log in log.searches.contains { $0.task == task } }) else { return }
    wait(Self.patience.search) { isShown($0) || $0.goesOnBefore }
    state.withLock { if !isShown($0) { $0.goesOnBefore = true } }
  }

  private func end(_ place: Int, found: Int) {
    let next = TaskIdentity.next
    state.withLock {
      $0.searches[place].found = found
      $0.searches[place].nextTask = next
      $0.searching -= 1
    }
  }

  private func read() -> Int {
    let task = Self.task
    let value = state.withLock { log in
      log.reads += 1
      log.readings[task] = log.count
      return log.count
    }
    // Another one that has read and not yet written, before or after: its write is the one that is lost, or this one's.
    wait(Self.patience.read) { log in log.readings.contains { $0.key != task } }
    return value
  }

  private func write(_ value: Int) {
    let task = Self.task
    let hasRead = state.withLock { log in
      if log.readings[task] == nil { log.pending[task] = value }
      return log.readings[task] != nil
    }
    if !hasRead {
      // Of two that write without having read, the one with less to say comes last: between them nothing says otherwise.
      wait(Self.patience.read) { $0.pending.count > 1 }
      wait(Self.patience.read) { log in !log.pending.contains { $0.value > value } }
    }
    state.withLock { log in
      log.writes.append(.init(from: log.count, to: value, read: log.readings.removeValue(forKey: task)))
      log.pending[task] = nil
      log.count = value
    }
  }

  /// - Parameter patience: how long at least. It is counted in looks: on a busy machine all are late, and so is the end of it.
  private func wait(_ patience: Duration, until isSo: (Log) -> Bool) {
    var left = Int(patience / .microseconds(500))
    while left > 0, !state.withLock({ isSo($0) }) {
      Thread.sleep(forTimeInterval: 0.0005)
      left -= 1
    }
  }

  /// How many primes a part has, without a note of it.
  static func number(in part: Range<Int>) -> Int { part.filter(isPrime).count }

  private static func isPrime(_ number: Int) -> Bool {
    guard number > 1 else { return false }
    var divisor = 2
    while divisor * divisor <= number {
      if number % divisor == 0 { return false }
      divisor += 1
    }
    return true
  }

  /// The task, or outside of any the thread: no number stands for both.
  private static var task: UInt64 { TaskIdentity.current ?? .max - ThreadIdentity.current }
}
