import EventLoop
import Figures
import Foundation
import Measurement
import Platform
import Processes
import Report
import Synchronization

/// Requests that wait at the same time, each on a thread of its own or each as a task on one event loop; and what the
/// operating system says about the process that keeps them waiting.
struct Crowd: Sendable, Codable {
  /// What a waiting request is made of.
  enum Kind: String, Sendable, Codable, CaseIterable {
    case threads
    case tasks
  }

  var kind: Kind
  /// How many requests there were to be.
  var asked: Int
  /// How many there were.
  var made: Int
  /// Why there were fewer than asked for.
  var stopped: String?
  /// How many waited when the figures were taken.
  var waiting: Int
  /// How many were answered in the end.
  var answered: Int
  /// How long each of them waited, in seconds.
  var wait: Double
  /// How long it took to make them, in seconds.
  var creation: Double
  /// When the figures were taken, from the first one's making, in seconds.
  var counted: Double
  /// How long it took to answer all, from the first one's making, in seconds.
  var wall: Double
  /// What came to the process while all of them waited.
  var held: ProcessStatus
  /// What came to it until all were answered.
  var total: ProcessStatus

  /// Whether some were answered before all of them waited, since to make them took longer than each waited.
  var isTooShort: Bool { waiting < made && counted > wait }
  var isAnswered: Bool { answered == asked }
  /// The memory in use for a request that waits, in bytes.
  var residentBytesEach: Double { Double(held.residentBytes) / Double(max(1, made)) }
  /// The address space for a request that waits, in bytes.
  var virtualBytesEach: Double { Double(held.virtualBytes) / Double(max(1, made)) }

  var memoryEach: String { NumberText.short(residentBytesEach / 1024, unit: "KiB") }
  var addressesEach: String { NumberText.short(virtualBytesEach / 1_048_576, unit: "MiB") }
  /// What the figures of a process leave out.
  static var whatTheKernelKeeps: String {
    #if os(Linux)
      " (The kernel keeps a stack of its own for each thread as well, 16 KiB on most machines. That is not part of the process, and "
        + "is not counted here.)"
    #else
      ""
    #endif
  }
  var coreTime: String { NumberText.short(total.cpuSeconds * 1000, unit: "ms") }
}

extension Crowd {
  /// What a process is asked to keep waiting.
  struct Order: Codable, Sendable {
    var kind: Kind
    var count: Int
    var wait: Duration
  }

  /// Keeps them waiting in a process of its own, so that nothing that was measured before colours the figures.
  static let process = Helper("crowd", of: ThreadsVersusAsync.entry.id) { (order: Order, _) in
    switch order.kind {
    case .threads: threads(order.count, waiting: order.wait)
    case .tasks: try tasks(order.count, waiting: order.wait)
    }
  }

  /// The most memory that the threads may use before no more are made, in bytes.
  private static let budget = 640 << 20

  /// As many threads as there are requests, as the operating system makes them.
  private static func threads(_ count: Int, waiting wait: Duration) -> Crowd {
    let before = ProcessStatus.current
    let counter = WaitCounter()
    let loop = EventLoop(time: .real(), observer: counter)
    let request = WaitingRequest(loop: loop, wait: wait)
    var threads: [SystemThread] = []
    var stopped: String?
    while threads.count < count, stopped == nil {
      do { threads.append(try request.startThread()) } catch { stopped = "\(error)" }
      if threads.count.isMultiple(of: 512), ProcessStatus.current.residentBytes > budget {
        stopped = "their memory reached \(budget >> 20) MiB, the most that this lesson takes"
      }
    }
    let creation = loop.clock.now.offset
    // The last threads may not have begun to wait yet.
    while counter.begun < threads.count { usleep(500) }
    let held = ProcessStatus.current.since(before)
    let (waiting, counted) = (counter.begun - counter.ended, loop.clock.now.offset)
    for thread in threads { thread.join() }
    return Crowd(
      kind: .threads, asked: count, made: threads.count, stopped: stopped, waiting: waiting,
      answered: counter.ended, wait: wait.inSeconds, creation: creation.inSeconds,
      counted: counted.inSeconds, wall: loop.clock.now.offset.inSeconds, held: held,
      total: ProcessStatus.current.since(before))
  }

  /// As many tasks as there are requests, and one thread: the one that calls this.
  private static func tasks(_ count: Int, waiting wait: Duration) throws -> Crowd {
    let before = ProcessStatus.current
    let loop = EventLoop(time: .real())
    let request = WaitingRequest(loop: loop, wait: wait)
    let (creation, counted, held, waiting) = try loop.run {
      let tasks = (1...count).map { _ in request.startTask() }
      let creation = loop.clock.now.offset
      // Tasks run in the order in which they became ready: when this one is called again, all others wait.
      await Task.yield()
      let held = ProcessStatus.current.since(before)
      let (waiting, counted) = (loop.unfinished.sleeping, loop.clock.now.offset)
      for task in tasks { try await task.value }
      return (creation, counted, held, waiting)
    }
    return Crowd(
      kind: .tasks, asked: count, made: count, waiting: waiting, answered: count, wait: wait.inSeconds,
      creation: creation.inSeconds, counted: counted.inSeconds, wall: loop.clock.now.offset.inSeconds,
      held: held, total: ProcessStatus.current.since(before))
  }
}

/// Counts the waits that have begun and those that are over.
private final class WaitCounter: LoopObserver {
  private let beginnings = Atomic(0)
  private let ends = Atomic(0)

  var begun: Int { beginnings.load(ordering: .relaxed) }
  var ended: Int { ends.load(ordering: .relaxed) }

  func began(_ verb: Verb, at instant: Duration) { beginnings.add(1, ordering: .relaxed) }
  func ended(_ verb: Verb, at instant: Duration) { ends.add(1, ordering: .relaxed) }
}
