import Figures
import Foundation
import LessonKit
import Measurement
import Processes
import Serving

/// The page of this lesson from the own servers of Node, asyncio and Go, under the load that ours is under. Told in real time, where they are.
struct InOtherLanguages: StoryPart {
  static let id = "other-languages"
  static let title = "The same load on Node, asyncio and Go"
  static let users = [50, 200]

  let python: Interpreter
  let node: Interpreter
  let go: Interpreter

  /// A server that is put under load, by the label of its row.
  private struct Contestant {
    var label: String
    var load: (_ users: Int) throws -> LoadResult
  }

  func tell(_ telling: Telling) throws {
    let laboratory = Laboratory(telling)
    var contestants = [
      Contestant(label: "Swift, our loop") {
        try laboratory.load(.eventLoop, .usual, Self.plan($0, laboratory), "\($0) users")
      }
    ]
    var missing: [String] = []
    for (name, program, interpreter) in [
      ("asyncio", "Python/page.py", python), ("Node.js", "Node/page.js", node),
      ("Go", "Go/page.go", go),
    ] {
      telling.progress("starting \(name) …")
      do throws(Interpreter.Unavailable) {
        let server = try PageServer(program, .usual, with: interpreter)
        contestants.append(
          Contestant(label: "\(name) \(server.version)") { users in
            laboratory.tell("\(name), \(users) users")
            return try LoadGenerator(port: server.port).run(Self.plan(users, laboratory))
          })
      } catch {
        missing.append(error.description)
      }
    }
    telling.say(
      "Each is written as its own people write it. Node's `http.createServer` and asyncio's `start_server` have one thread and one loop, Go's "
        + "`net/http` has a goroutine for each connection, on as many threads as there are cores. The page "
        + "waits 100 ms and computes 0.4 ms, and the users are those of before. Each is loaded twice, one server after another, and the "
        + "better of its two results counts.")
    for reason in missing { telling.say("Not measured: \(reason).") }
    telling.show(
      .table(
        title: "One page from different languages' servers", corner: "server",
        columns: Self.users.flatMap {
          [
            TableFigure.Column("\($0) users", unit: "answers/s"),
            TableFigure.Column("99 % within", unit: "ms"),
          ]
        }, rows: try Self.rows(of: contestants)))
    telling.say(
      "With 50 users all of them mostly wait, and no language waits faster than another: more than 500 answers a second are not possible. With "
        + "200, the page's own work alone takes four fifths of the thread's time. What is left has to do for all else, and here a "
        + "server's own code counts."
        + (contestants.contains { $0.label.hasPrefix("Go ") } ? Self.cores : "") + Self.build)
  }

  /// Puts all under load, twice and by turns, so that whatever else the machine does disturbs all of them alike.
  private static func rows(of contestants: [Contestant]) throws -> [TableFigure.Row] {
    var rows = contestants.map { TableFigure.Row($0.label) }
    for users in Self.users {
      var best: [LoadResult?] = contestants.map { _ in nil }
      for _ in 1...2 {
        for (index, contestant) in contestants.enumerated() {
          let result = try contestant.load(users)
          if result.throughput > best[index]?.throughput ?? -1 { best[index] = result }
        }
      }
      for (index, result) in best.enumerated() {
        guard let result else { continue }
        // A time of those alone that were answered would flatter.
        let time = result.unanswered > 0 ? nil : result.responseTimes.percentile(0.99).inMilliseconds
        rows[index].values += [result.throughput, time]
      }
    }
    return rows
  }

  /// What a reader should know of Go's figures.
  private static let cores = " Go's threads divide that work among the cores, which is beyond a single loop."

  /// What a reader should know of how ours was built.
  private static var build: String {
    #if DEBUG
      " Ours is built for debugging here, as `swift run` does it; with `-c release` it has more room."
    #else
      ""
    #endif
  }

  private static func plan(_ users: Int, _ laboratory: Laboratory) -> LoadPlan {
    var plan = laboratory.plan(.eventLoop, .usual, users: users)
    (plan.warmUp, plan.duration) = (.milliseconds(300), .milliseconds(700))
    return plan
  }
}
