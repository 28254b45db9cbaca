import Figures
import Foundation
import LessonKit
import Measurement
import Processes
import Report

/// 100,000 requests that wait, as tasks of Swift, asyncio and Node, which the lecture names as the one that does it, and as goroutines.
struct Elsewhere: StoryPart {
  static let id = "elsewhere"
  static let title = "A ton of requests, elsewhere"
  static let whatIf: WhatIf? = WhatIf("What if a purchase may block, on five threads?", "--threads 5")
  static let count = 100_000

  let crowds: Crowds?
  let python: Interpreter
  let node: Interpreter
  let go: Interpreter

  /// What one of the programs in the folders `Python`, `Node` and `Go` measured.
  struct Waiting: Decodable {
    var version: String
    /// How many waited at the same time.
    var waiting: Int
    /// The memory that came to the process while they waited, in bytes.
    var resident: Double
    /// How long it took to make all, and until all were answered, in seconds.
    var made: Double
    var wall: Double
  }

  struct Evidence {
    var python: Result<Waiting, Interpreter.Unavailable>
    var node: Result<Waiting, Interpreter.Unavailable>
    var go: Result<Waiting, Interpreter.Unavailable>
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.progress("100,000 requests in other languages …")
    let evidence = Evidence(
      python: Self.waiting("Python/waiting_requests.py", with: python),
      node: Self.waiting("Node/waiting_requests.js", with: node),
      go: Self.waiting("Go/waiting_requests.go", with: go))
    telling.say(
      "The same 100,000 waiting requests, as people write them in Python, for Node.js and in Go: a task, a promise or a goroutine for each. "
        + "Go spreads them over as many threads as there are cores, the others keep them all on one."
    )
    var rows: [TableFigure.Row] = []
    if let crowd = try? crowds?.crowd(.tasks, of: Self.count)?.get() {
      rows.append(
        .init(
          "Swift, the workbook's loop",
          [
            crowd.creation.inMilliseconds, crowd.residentBytesEach / 1024,
            (crowd.wall - crowd.order.wait).inMilliseconds,
          ]))
    }
    for (label, result) in [
      ("Python, asyncio", evidence.python), ("Node.js", evidence.node), ("Go", evidence.go),
    ] {
      guard case .success(let measured) = result else { continue }
      rows.append(
        .init(
          "\(label) \(measured.version)",
          [
            measured.made * 1000, measured.resident / Double(Self.count) / 1024,
            (measured.wall - Self.wait) * 1000,
          ]))
    }
    telling.show(
      .table(
        title: "100,000 requests that wait", corner: "as tasks of",
        columns: [
          .init("to make them", unit: "ms"), .init("memory each", unit: "KiB"), .init("late", unit: "ms"),
        ],
        rows: rows))
    telling.say(
      "“Late” is how long after its wait the last one is answered. The programs do nothing but wait: what a real server does "
        + "for each request would come on top of it.")
    return evidence
  }

  /// How long each request waits, in seconds: longer than it takes to make them all.
  static let wait = 3.0

  private static func waiting(
    _ program: String, with interpreter: Interpreter
  ) -> Result<Waiting, Interpreter.Unavailable> {
    Result { () throws(Interpreter.Unavailable) in
      let output = try interpreter.run(
        ThreadsVersusAsync.folder.appending(path: program), ["\(count)", "\(wait)"])
      guard let measured = try? JSONDecoder().decode(Waiting.self, from: Data(output.utf8)) else {
        throw Interpreter.Unavailable(description: "\(program) printed something else than a measurement")
      }
      return measured
    }
  }
}
