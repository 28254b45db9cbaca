import EventLoop
import Foundation
import LessonKit
import Measurement
import Serving

/// Users of a real server over real sockets: on a thread and an event loop of their own, in the same process.
enum RealLoad {
  /// What is left out at the beginning of every measurement, in which connections are made.
  private static let warmUp = Duration.milliseconds(300)

  // [01:46] The three servers, each of them over sockets, with one handler.
  static func serve(
    _ discipline: Discipline, _ page: Page, port: UInt16 = 0,
    onTrouble: @escaping @Sendable (Trouble) -> Void = { _ in }
  ) throws(SystemError) -> any Server {
    let handler: Handler = { Response(.ok, body: try await page.answer($0)) }
    return switch discipline {
    case .oneAtATime: try OneAtATimeServer(port: port, onTrouble: onTrouble, handler: handler)
    case .threads:
      try ThreadPerConnectionServer(
        port: port, threads: Discipline.threadLimit, onTrouble: onTrouble, handler: handler)
    case .eventLoop: try EventLoopServer(port: port, onTrouble: onTrouble, handler: handler)
    }
  }

  /// Lets so many users, a connection each, ask a fresh server for a stretch of time.
  ///
  /// A user who gives up closes the connection and comes again with another, and so does one who is turned away, after
  /// the page's own time.
  static func sample(
    _ discipline: Discipline, _ page: Page, users: Int, lasting: Duration = .milliseconds(700),
    deadline: Duration = Objective.usual.deadline
  ) throws -> Sample {
    let server = try serve(discipline, page)
    defer { server.stop(within: .seconds(1)) }
    let log = Kept(Log())
    let port = server.port
    try JoinableThread {
      let loop = EventLoop(time: .real())
      try loop.run {
        let begin = loop.clock.now.offset + warmUp
        let end = begin + lasting
        let users = (0..<users).map { _ in
          Task(executorPreference: loop) {
            var connection: Connection?
            while loop.clock.now.offset < end {
              let start = loop.clock.now.offset
              let outcome: Connection.Outcome
              do {
                let open = try connection ?? Connection(to: port, on: loop)
                connection = open
                outcome = try await open.ask(until: .init(offset: start + deadline))
              } catch is SystemError {
                outcome = .refused
              }
              let now = loop.clock.now.offset
              if start >= begin { log.change { $0.add(outcome, now - start) } }
              if now >= begin, now <= end, outcome == .answered { log.change { $0.inTime += 1 } }
              if outcome != .answered {
                connection?.close()
                connection = nil
              }
              if outcome == .refused { try await loop.sleep(for: page.ownTime) }
            }
            connection?.close()
          }
        }
        for user in users { try await user.value }
      }
    }.join()
    let counts = server.counts
    let seen = log.value
    return Sample(
      users: users, responseTimes: seen.responseTimes, timedOut: seen.timedOut, refused: seen.refused,
      throughput: Double(seen.inTime) / lasting.inSeconds,
      coreTime: counts.answered > 0 ? counts.coreTime / counts.answered : nil)
  }

  private struct Log {
    var responseTimes: [Duration] = []
    var timedOut = 0
    var refused = 0
    var inTime = 0

    mutating func add(_ outcome: Connection.Outcome, _ time: Duration) {
      switch outcome {
      case .answered: responseTimes.append(time)
      case .timedOut: timedOut += 1
      case .refused: refused += 1
      }
    }
  }
}
