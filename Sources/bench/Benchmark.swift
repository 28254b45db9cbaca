import Foundation
import Processes

/// One question, put to several contestants: ours first.
struct Benchmark {
  /// Who takes part, and the command that prints a ``Sample`` as JSON.
  struct Contestant {
    var name: String
    var command: [String]?
  }

  var name: String
  var says: String
  /// Whether it runs when no name is given.
  var isUsual = true
  /// How many times the thing is done.
  var count: Int
  /// The unit of ``Sample/wall`` for the reader: per run, or per switch.
  var isPerSwitch = false
  var contestants: [Contestant]
  /// Makes what the contestants need, and may name them; it is there as long as what this returns.
  var prepare: @Sendable (inout Benchmark) throws -> AnyObject? = { _ in nil }

  /// Runs every contestant three times, one after another, and prints the best of each.
  func run() {
    print("\(name): \(says)")
    var prepared = self
    do {
      let needed = try prepare(&prepared)
      prepared.compete()
      withExtendedLifetime(needed) {}
    } catch {
      print("  not measured: \(error)")
    }
  }

  private func compete() {
    var best: [String: Sample] = [:]
    let present = contestants.filter { $0.command != nil }
    for _ in 1...3 {
      for contestant in present {
        guard let sample = Self.sample(contestant.command!) else { continue }
        let known = best[contestant.name]
        best[contestant.name] = Sample(
          wall: min(sample.wall, known?.wall ?? .infinity),
          resident: max(sample.resident, known?.resident ?? 0))
      }
    }
    let ours = best[contestants[0].name]
    for contestant in contestants {
      guard let sample = best[contestant.name] else {
        print(
          "  \(Self.pad(contestant.name))\(contestant.command == nil ? "not installed" : "gave no figures")")
        continue
      }
      let figure =
        isPerSwitch
        ? String(format: "%8.0f ns", sample.wall * 1e9 / Double(count))
        : String(format: "%8.2f s ", sample.wall)
      let memory =
        sample.resident > 0 ? String(format: "  %6.0f B each", sample.resident / Double(count)) : ""
      let ratio = ours.map { String(format: "  %5.2f ×", sample.wall / $0.wall) } ?? ""
      print("  \(Self.pad(contestant.name))\(figure)\(ratio)\(memory)")
    }
  }

  private static func pad(_ name: String) -> String {
    name.padding(toLength: 18, withPad: " ", startingAt: 0)
  }

  private static func sample(_ command: [String]) -> Sample? {
    guard let outcome = try? Program(command[0], Array(command.dropFirst())).run() else { return nil }
    return try? JSONDecoder().decode(Sample.self, from: Data(outcome.output.utf8))
  }
}
