import Foundation
import LessonKit
import Measurement
import Report
import Serving

/// A server with a thread per connection whose threads run out: in a process of its own, which the system gives little room.
enum SmallRoom {
  /// The first argument of such a process.
  static let option = "--in-a-small-room"
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
    guard !Instrumentation.hasThreadSanitizer else {
      throw Obstacle(
        reason: "The Thread Sanitizer takes up too many addresses for them to be limited.")
    }
    let child = try ServingProcess()
    func load(_ users: Int) throws -> LoadResult {
      try LoadGenerator(port: child.port).run(laboratory.plan(.threads, .usual, users: users)) {
        [laboratory] in
        laboratory.tell("threads, in a process with little room, \(users) users: \(Int($0.share * 100)) %")
      }
    }
    let users = threads * 2
    let full = Result { try load(users) }
    let afterwards = Result { try load(10) }
    let end = child.end()
    let seen = Seen(
      users: users, threads: threads, full: try full.get(), afterwards: try afterwards.get(),
      pause: laboratory.plan(.threads, .usual, users: users).pauseAfterRefusal, reports: end.reports,
      endedWell: end.inOrder)
    guard seen.full.turnedAway > 0 || !seen.endedWell else {
      throw Obstacle(
        reason: "The system set a limit and then gave the server more threads than it allows.")
    }
    return seen
  }

  // MARK: The process

  /// Serves until the input ends; says first the port and then, a line each, what it survives.
  static func serve() -> Never {
    do {
      let server = try ThreadPerConnectionServer(
        stack: stack, onTrouble: { say("\($0)") }, handler: Page.usual.handler)
      // What is left beside the threads is too little for one more, and enough for all small things.
      try AddressSpace.leaveRoom(threads * stack + stack * 7 / 8)
      say("\(server.port)")
      while readLine() != nil {}
      exit(server.stop() ? 0 : 1)
    } catch {
      say("\(error)")
      exit(1)
    }
  }

  private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
