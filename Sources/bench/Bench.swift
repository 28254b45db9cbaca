import Foundation

/// Benchmarks of the event loop, with peers beside it where they are installed; all in one run, so that ratios mean something.
@main
enum Bench {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch words.first {
    case "--one": try Sample.measure(Array(words.dropFirst())).write()
    case nil: for benchmark in Benchmark.all where benchmark.isUsual { benchmark.run() }
    case "--help", "-h": print(help)
    default:
      let chosen = Benchmark.all.filter { words.contains($0.name) }
      guard chosen.count == words.count else {
        FileHandle.standardError.write(Data("bench: there is no such benchmark\n\(help)\n".utf8))
        exit(64)
      }
      for benchmark in chosen { benchmark.run() }
    }
  }

  private static var help: String {
    """
    Usage: bench [name ...]   (build it with -c release)

    \(Benchmark.all.map { "  \($0.name.padding(toLength: 18, withPad: " ", startingAt: 0))\($0.says)" }.joined(separator: "\n"))
    """
  }
}
