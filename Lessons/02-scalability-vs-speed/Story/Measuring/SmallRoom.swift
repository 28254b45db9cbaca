import Console
import LessonKit
import Measurement
import Platform
import Processes
import Serving

/// A server with a thread per connection whose threads run out: in a process of its own, which the system gives little room.
enum SmallRoom {
  /// How many threads there is room for.
  static let threads = 20
  /// What a thread is usually given for its calls on Linux: eight megabytes of address space.
  private static let stack = 8 * 1024 * 1024

  /// What its users got.
  struct Seen {
    /// More users than threads.
    var users: Int
    var threads: Int
    var full: LoadResult
    /// And fewer again, after that.
    var fewer = 10
    var afterwards: LoadResult
    /// After which pause those who were turned away try again.
    var pause: Duration
    /// What the server said about it.
    var reports: [String] = []
    var endedWell = true
    /// How many attempts have to be turned away.
    var bound = Bound.atLeast(1)
  }

  /// Why this machine cannot show it.
  struct Obstacle: Error {
    var reason: String
  }

  static func load(_ laboratory: Laboratory) throws -> Result<Seen, Obstacle> {
    guard laboratory.isExact else {
      do { return .success(try loadProcess(laboratory)) } catch let obstacle as Obstacle {
        return .failure(obstacle)
      }
    }
    let users = Discipline.threadLimit + threads
    let plan = laboratory.plan(.threads, .usual, users: users)
    // Each of those who are too many tries again after a pause, and for that has to wait for half a page of each other at the most.
    func attempts(every time: Duration) -> Double { Double(threads) * (plan.duration / time).rounded(.down) }
    let line = Page.usual.work / 2 * Discipline.threadLimit
    return .success(
      Seen(
        users: users, threads: Discipline.threadLimit, full: try laboratory.load(.threads, users: users),
        afterwards: try laboratory.load(.threads, users: 10), pause: plan.pauseAfterRefusal,
        bound: .from(
          attempts(every: plan.pauseAfterRefusal + line), to: attempts(every: plan.pauseAfterRefusal))))
  }

  private static func loadProcess(_ laboratory: Laboratory) throws -> Seen {
    guard !Instrumentation.hasSanitizer else {
      throw Obstacle(
        reason: "A sanitizer watches this process, and takes up too many addresses for them to be limited.")
    }
    let (child, port) = try start()
    func load(_ users: Int) throws -> LoadResult {
      try LoadGenerator(port: port).run(laboratory.plan(.threads, .usual, users: users)) {
        [laboratory] in
        laboratory.tell("threads, in a process with little room, \(users) users: \(Int($0.share * 100)) %")
      }
    }
    let users = threads * 2
    let full = Result { try load(users) }
    let afterwards = Result { try load(10) }
    child.open()
    let survived = try? child.answer()
    let seen = Seen(
      users: users, threads: threads, full: try full.get(), afterwards: try afterwards.get(),
      pause: laboratory.plan(.threads, .usual, users: users).pauseAfterRefusal,
      reports: survived?.reports ?? [], endedWell: survived?.endedWell ?? false)
    guard seen.full.turnedAway > 0 || !seen.endedWell else {
      throw Obstacle(
        reason: "The system set a limit and then gave the server more threads than it allows.")
    }
    return seen
  }

  private static func start() throws(Obstacle) -> (HelperProcess<Survived>, port: UInt16) {
    do {
      let child = try process.start(threads)
      return (child, try child.port)
    } catch {
      throw Obstacle(reason: "This machine cannot show it: \(error).")
    }
  }

  // MARK: The process

  /// What the server survived, and whether it stopped in good order.
  struct Survived: Codable, Sendable {
    var reports: [String]
    var endedWell: Bool
  }

  /// Serves until the gate is opened, with room for a number of threads; says its port first.
  ///
  /// The room is for threads: without the variable each of them would take 64 MB of it for small things.
  static let process = Helper(
    "small-room", of: ScalabilityVersusSpeed.entry.id, environment: ["MALLOC_ARENA_MAX": "1"]
  ) { (threads: Int, caller) in
    let reports = Guarded<[String]>([])
    let server = try ThreadPerConnectionServer(
      stack: stack, onEvent: { event in reports.withLock { $0.append("\(event)") } },
      handler: Page.usual.handler)
    // What is left beside the threads is too little for one more, and enough for all small things.
    try AddressSpace.leaveRoom(threads * stack + stack * 7 / 8)
    caller.say("\(server.port)")
    caller.waitUntilOpened()
    let endedWell = server.stop()
    return Survived(reports: reports.withLock { $0 }, endedWell: endedWell)
  }
}
