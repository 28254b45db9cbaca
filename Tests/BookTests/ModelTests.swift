import Console
import Foundation
import Measurement
import Processes
import Queueing
import Workbook
import Workload
import XCTest

@testable import book

/// What the pages compute is what the workbook's own models compute: the script that the book ships is run, and compared over a
/// grid of values.
final class ModelTests: XCTestCase {
  /// The values of expressions of JavaScript, by the shipped scripts: in node, or else in a browser.
  private func run(_ expressions: [String]) throws -> [Any] {
    let scripts = try ["pool", "crowd", "loop", "amdahl"].map { name in
      try String(contentsOf: SampleBook.checkout.url("Sources/book/Page/play/\(name).js"), encoding: .utf8)
    }
    let list = "JSON.stringify([\(expressions.joined(separator: ",\n"))])"
    let source = "const Stage = { show() {} };\n\(scripts.joined())\n"
    let json: String
    if let node = Programs.find("node") {
      let file = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID().uuidString).js")
      defer { try? FileManager.default.removeItem(at: file) }
      try Data("\(source)process.stdout.write(\(list));".utf8).write(to: file)
      let outcome = try Program(node, [file.path], timeLimit: .seconds(60)).run()
      json = outcome.output
      XCTAssertEqual(outcome.errors, "")
    } else {
      let browser = try Browser()
      defer { browser.close() }
      json = try browser.text(source + list)
    }
    let values = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any]
    XCTAssertEqual(values?.count, expressions.count)
    return values ?? []
  }

  private func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }

  private static let steps: [[(work: Bool, ms: Int)]] = [
    [(true, 10), (false, 100), (true, 10)], [(true, 0), (false, 50), (true, 0)],
    [(true, 35), (false, 0), (true, 35)],
    [(true, 5), (false, 65), (true, 5), (false, 120), (true, 5)], [(false, 20)], [(true, 20), (false, 20)],
  ]
  private static let servers: [(pool: Pool, script: String)] = [
    (.oneAtATime, "{ workers: 1 }"), (.eventLoop, "{ workers: 1, keeps: () => false }"),
    (.threadPerRequest(atMost: nil), "{}"),
    (Pool(workers: nil, cores: 4, waiting: .keepsWorker), "{ cores: 4 }"),
    (Pool(workers: 2, waiting: .keepsWorker), "{ workers: 2 }"),
    (Pool(workers: 3, cores: 2, waiting: .keepsWorker), "{ workers: 3, cores: 2 }"),
    (Pool(workers: 2, cores: 4, waiting: .givesWorkerBack), "{ workers: 2, cores: 4, keeps: () => false }"),
    (
      Pool(workers: 1, waiting: .keepsWorkerIn(["s1"])), "{ workers: 1, keeps: (step) => step.name === 's1' }"
    ),
  ]

  func testTimelinesAgreeToTheMillisecondSpanBySpan() throws {
    var cases: [(requests: [Request], pool: Pool, script: String)] = []
    for (first, steps) in Self.steps.enumerated() {
      for count in [1, 2, 3, 6] {
        for gap in [0, 7, 20] {
          let requests = (0..<count).map { index in
            // The last one is of another kind.
            let steps = index > 0 && index + 1 == count ? Self.steps[(first + 1) % Self.steps.count] : steps
            return Request(
              "r\(index)", arrival: .milliseconds(gap * index),
              steps: steps.enumerated().map { number, step in
                let duration = Duration.milliseconds(step.ms)
                return step.work ? .work("s\(number)", duration) : .wait("s\(number)", duration)
              })
          }
          for server in Self.servers { cases.append((requests, server.pool, server.script)) }
        }
      }
    }
    let calls = cases.map { requests, _, server in
      "Pool.serve([\(requests.map { script($0) }.joined(separator: ", "))], \(server))"
    }
    let lanes = try XCTUnwrap(try run(calls) as? [[[String: Any]]])
    XCTAssertEqual(lanes.count, 576)
    for (lanes, (requests, pool, script)) in zip(lanes, cases) {
      let expectedLanes = pool.timeline(of: requests).lanes
      let expected = expectedLanes.map { lane in
        lane.spans.map { "\($0.kind) \(milliseconds($0.start)) \(milliseconds($0.end))" }
      }
      let computed = lanes.map { lane in
        (lane["spans"] as? [[String: Any]] ?? []).map {
          "\($0["kind"] ?? "") \(number($0["start"])) \(number($0["end"]))"
        }
      }
      XCTAssertEqual(computed, expected, "\(script) \(requests)")
      XCTAssertEqual(
        lanes.map { number($0["ms"]) }, expectedLanes.map { milliseconds($0.departure! - $0.arrival) }, script
      )
    }
  }

  func testACrowdAgreesWithTheClosedLoop() throws {
    var cases: [(users: Int, work: Double, wait: Double, threads: Int?)] = []
    for (work, wait) in [(2.0, 98.0), (10, 40), (1, 0), (20, 400)] {
      for threads in [nil, 1, 4, 8] {
        cases += [1, 3, 8, 20, 50, 77].map { ($0, work, wait, threads) }
      }
    }
    let crowds = try run(
      cases.map { "crowd(\($0.users), \($0.work), \($0.wait)\($0.threads.map { ", \($0)" } ?? ""))" })
    for (crowd, (users, work, wait, threads)) in zip(crowds, cases) {
      let crowd = try XCTUnwrap(crowd as? [String: Any])
      let steps = [Step.work("work", .milliseconds(work)), .wait("wait", .milliseconds(wait))]
      let pool = threads.map { Pool(workers: $0, waiting: .keepsWorker) } ?? .eventLoop
      var loop = ClosedLoop(users: users, each: steps, on: pool)
      loop.settle()
      let period = loop.wholeRounds(within: .seconds(20))
      var (answers, time) = (0, Duration.zero)
      loop.measure(for: period) { visit in
        answers += 1
        time += visit.responseTime
      }
      let place = "\(users) users, \(work) + \(wait) ms, \(threads.map { "\($0) threads" } ?? "event loop")"
      let (rate, response) = (number(crowd["rate"]), number(crowd["response"]))
      XCTAssertEqual(response, milliseconds(time) / Double(answers), accuracy: 1, place)
      let expected = Double(answers) / (period / .seconds(1))
      XCTAssertEqual(rate, expected, accuracy: expected / 100, place)
      XCTAssertEqual(rate * response / 1000, Double(users), accuracy: 1e-6, "Little's law")
    }
  }

  func testTheLoopsStepsAgreeWithThePool() throws {
    var cases: [(count: Int, every: Int, blocks: Bool)] = []
    for count in 1...5 {
      for every in [0, 1, 10, 21, 40] { cases += [(count, every, false), (count, every, true)] }
    }
    let all = try run(
      cases.map { count, every, blocks in
        let list = Scenario.purchases(count, every: .milliseconds(every)).map {
          script($0, more: { "blocks: \(blocks && $0.name == "charge")" })
        }
        return "loopSteps([\(list.joined(separator: ", "))])"
      })
    for (steps, (count, every, blocks)) in zip(all, cases) {
      let steps = try XCTUnwrap(steps as? [[String: Any]])
      let pool = Pool(workers: 1, waiting: blocks ? .keepsWorkerIn(["charge"]) : .givesWorkerBack)
      for visit in pool.timeline(of: Scenario.purchases(count, every: .milliseconds(every))).lanes {
        let held = visit.spans.filter { $0.kind != .queue }
        let spans = steps.filter { $0["who"] as? String == visit.label }
          .flatMap { $0["spans"] as? [[String: Any]] ?? [] }
        XCTAssertEqual(
          spans.map { "\($0["kind"] ?? "") \(number($0["start"])) \(number($0["end"]))" },
          held.map { "\($0.kind) \(milliseconds($0.start)) \(milliseconds($0.end))" },
          "\(visit.label) of \(count), every \(every) ms\(blocks ? ", blocking" : "")")
      }
    }
  }

  func testAmdahlsLaw() throws {
    var cases: [(share: Double, cores: Int)] = []
    for share in [0, 0.15, 0.5, 0.8, 0.99] { cases += [1, 2, 4, 12, 64].map { (share, $0) } }
    for (value, (share, cores)) in zip(try run(cases.map { "speedUp(\($0.share), \($0.cores))" }), cases) {
      XCTAssertEqual(number(value), 1 / ((1 - share) + share / Double(cores)), accuracy: 1e-9)
    }
  }

  /// A request as the scripts take it.
  private func script(_ request: Request, more: (Step) -> String = { _ in "" }) -> String {
    let steps = request.steps.map { step in
      let kind = step.kind == .work ? "work" : "wait"
      return "{ name: '\(step.name)', kind: '\(kind)', ms: \(milliseconds(step.duration)), \(more(step)) }"
    }
    return
      "{ label: '\(request.label)', arrival: \(milliseconds(request.arrival)), steps: [\(steps.joined(separator: ", "))] }"
  }

  private func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }
}
