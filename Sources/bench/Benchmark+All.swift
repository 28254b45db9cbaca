import Foundation

extension Benchmark {
  /// All benchmarks.
  static let all = [
    waiting("waiting-100k", 100_000), waiting("waiting-1m", 1_000_000, isUsual: false),
    Benchmark(
      name: "switch", says: "one switch between two tasks", count: 2_000_000, isPerSwitch: true,
      contestants: [
        own("event loop", "loop-switch", 2_000_000), own("no loop at all", "bare-switch", 2_000_000),
        own("Swift's pool", "task-switch", 2_000_000),
        peer("asyncio", "python3", "-c", Peers.pythonSwitch, 2_000_000),
        peer("Node", "node", "-e", Peers.nodeSwitch, 2_000_000), go(Peers.goSwitch, 2_000_000),
      ]),
    Queries.benchmark,
  ]

  private static func waiting(_ name: String, _ count: Int, isUsual: Bool = true) -> Benchmark {
    Benchmark(
      name: name, says: "\(count) requests that wait one second each, all at once", isUsual: isUsual,
      count: count,
      contestants: [
        own("event loop", "loop-wait", count), own("Task.sleep", "task-wait", count),
        peer("asyncio", "python3", "-c", Peers.pythonWait, count),
        peer("Node", "node", "-e", Peers.nodeWait, count),
        go(Peers.goWait, count),
      ])
  }

  private static func own(_ name: String, _ sample: String, _ count: Int) -> Contestant {
    Contestant(
      name: name,
      command: [Bundle.main.executablePath ?? CommandLine.arguments[0], "--one", sample, "\(count)"])
  }

  private static func peer(
    _ name: String, _ program: String, _ option: String, _ source: String, _ count: Int
  ) -> Contestant {
    Contestant(name: name, command: path(of: program).map { [$0, option, source, "\(count)"] })
  }

  /// Go has to be built first; the program stays in the system's folder for temporary files.
  private static func go(_ source: String, _ count: Int) -> Contestant {
    guard let go = path(of: "go") else { return Contestant(name: "Go", command: nil) }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "async-workbook-bench-\(getpid())-\(source.count)")
    let file = folder.appending(path: "main.go")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(source.utf8).write(to: file)
    return Contestant(name: "Go", command: [go, "run", file.path, "\(count)"])
  }

  private static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
