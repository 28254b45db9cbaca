import Console
import EventLoop
import Measurement
import Platform
import Processes
import Synchronization

/// Requests that wait at the same time, each on a thread of its own or each as a task on one event loop; and what the
/// operating system says about the process that keeps them waiting.
struct Crowd: Sendable, Codable {
  /// What a waiting request is made of.
  enum Kind: String, Sendable, Codable, CaseIterable {
    case threads
    case tasks
  }

  /// What a process is asked to keep waiting.
  struct Order: Codable, Sendable {
    var kind: Kind
    var count: Int
    /// How long each of them waits.
    var wait: Duration
  }

  var order: Order
  /// How many of them there were.
  var made: Int
  /// Why there were fewer than asked for.
  var stopped: String?
  /// How many waited when the figures were taken.
  var waiting: Int
  /// How many were answered in the end.
  var answered: Int
  /// How long it took to make them.
  var creation: Duration
  /// When the figures were taken, from the first one's making.
  var counted: Duration
  /// How long it took to answer all, from the first one's making.
  var wall: Duration
  /// What came to the process while all of them waited.
  var held: ProcessStatus
  /// What came to it until all were answered.
  var total: ProcessStatus

  /// Whether some were answered before all of them waited, since to make them took longer than each waited.
  var isTooShort: Bool { waiting < made && counted > order.wait }
  var isAnswered: Bool { answered == order.count }
  /// The memory in use for a request that waits, in bytes.
  var residentBytesEach: Double { Double(held.residentBytes) / Double(max(1, made)) }
  /// The address space for a request that waits, in bytes.
  var virtualBytesEach: Double { Double(held.virtualBytes) / Double(max(1, made)) }

  var memoryEach: String { NumberText.short(residentBytesEach / 1024, unit: "KiB") }
  var addressesEach: String { NumberText.short(virtualBytesEach / 1_048_576, unit: "MiB") }
  var coreTime: String { NumberText.short(total.cpuSeconds * 1000, unit: "ms") }
}

extension Crowd {
  /// Keeps them waiting in a process of its own, so that nothing that was measured before colours the figures.
  static let process = Helper("crowd", of: ThreadsVersusAsync.entry.id) { (order: Order, _) in
    try Crowd.waiting(order)
  }

  /// The most memory that threads may use before no more are made, in bytes.
  private static let budget = 640 << 20

  private static func waiting(_ order: Order) throws -> Crowd {
    let before = ProcessStatus.current
    let counter = WaitCounter()
    let loop = EventLoop(time: .real(), observer: counter)
    let request = WaitingRequest(loop: loop, wait: order.wait)
    return try loop.run {
      var threads: [SystemThread] = []
      var tasks: [Task<Void, any Error>] = []
      var stopped: String?
      while threads.count + tasks.count < order.count, stopped == nil {
        guard order.kind == .threads else {
          tasks.append(request.startTask())
          continue
        }
        do { threads.append(try request.startThread()) } catch { stopped = "\(error)" }
        if threads.count.isMultiple(of: 512), ProcessStatus.current.residentBytes > budget {
          stopped = "their memory reached \(budget >> 20) MiB, the most that this lesson takes"
        }
      }
      let creation = loop.clock.now.offset
      // The last of them may not have begun to wait yet. Tasks begin when this one steps back.
      while counter.begun < threads.count + tasks.count {
        if tasks.isEmpty { SystemThread.pause(nanoseconds: 500_000) } else { await Task.yield() }
      }
      let held = ProcessStatus.current.since(before)
      let (waiting, counted) = (counter.begun - counter.ended, loop.clock.now.offset)
      for thread in threads { thread.join() }
      for task in tasks { try await task.value }
      return Crowd(
        order: order, made: counter.begun, stopped: stopped, waiting: waiting, answered: counter.ended,
        creation: creation, counted: counted, wall: loop.clock.now.offset, held: held,
        total: ProcessStatus.current.since(before))
    }
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
