import EventLoop
import LessonKit
import Platform

/// What a shop sold, day by day; to be used on one event loop's thread.
final class Sales: Sendable {
  /// How many days there are; the first is 0.
  let days: Int
  /// The event loop that the visitors are served on, too.
  let loop: EventLoop

  /// Adds up what was sold on a day. This computes, for 1 to 4 ms.
  func total(of day: Int) -> Int {
    guard loop.isCurrent else {
      state.withLock { $0.isUsedElsewhere = true }
      return 0
    }
    guard lengths.indices.contains(day) else { return 0 }
    let start = loop.clock.now.offset
    loop.work(for: .milliseconds(lengths[day]))
    let computed = Log.Computed(
      day: day, start: start, end: loop.clock.now.offset, task: Self.currentTask)
    state.withLock { $0.add(computed) }
    noteNextTurn()
    return amounts[day]
  }

  // For the grading.

  /// What was computed, and when others had the thread.
  struct Log: Sendable {
    struct Computed: Sendable {
      var day: Int
      var start: Duration
      var end: Duration
      var task: Int?
    }

    /// Days that were computed without letting other tasks in between.
    struct Stretch: Sendable {
      var start: Duration
      var end: Duration
      var last: Computed
      /// Whether one task came right after another: it was ready before that one ended, so that the two had different addresses.
      var isOfSeveralTasks = false
    }

    private(set) var computed: [Computed] = []
    private(set) var stretches: [Stretch] = []
    var ownTask: Int?
    var isUsedElsewhere = false
    /// Whether others had the thread since the last day was computed.
    private(set) var isShared = false
    /// Whether they had it before the first one was.
    private(set) var isSharedFirst = false

    mutating func share() { isShared = true }

    fileprivate mutating func add(_ next: Computed) {
      if computed.isEmpty { isSharedFirst = isShared }
      computed.append(next)
      if isShared || stretches.isEmpty {
        stretches.append(Stretch(start: next.start, end: next.end, last: next))
      } else {
        stretches[stretches.count - 1].end = next.end
        if stretches[stretches.count - 1].last.task != next.task {
          stretches[stretches.count - 1].isOfSeveralTasks = true
        }
        stretches[stretches.count - 1].last = next
      }
      isShared = false
    }
  }

  let amounts: [Int]
  private let lengths: [Int]
  private let state = Guarded(Log())

  /// - Parameter lengths: how long each day takes, in milliseconds.
  init(on loop: EventLoop, lengths: [Int], salt: Int) {
    self.loop = loop
    self.lengths = lengths
    days = lengths.count
    amounts = lengths.indices.map { (salt + $0 * 37) % 101 + 20 }
  }

  var log: Log { state.withLock { $0 } }

  /// Notes that the task that runs is the one that the report is asked of.
  func begins() {
    let task = Self.currentTask
    state.withLock { $0.ownTask = task }
  }

  /// Notes when the loop takes another turn: what is ready by then runs in it.
  func noteNextTurn() {
    Task(executorPreference: loop) { self.isShared() }
  }

  /// Notes that another task has the thread.
  func isShared() { state.withLock { $0.share() } }

  private static var currentTask: Int? { withUnsafeCurrentTask { $0?.hashValue } }
}
