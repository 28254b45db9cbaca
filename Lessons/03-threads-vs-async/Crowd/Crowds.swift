import Figures
import LessonKit
import Measurement
import Synchronization

/// Crowds of many sizes, of threads and of tasks, as they are measured one after another.
final class Crowds: Sendable {
  /// How many requests wait at once, from row to row.
  static let sizes = [1, 10, 100, 1000, 10_000, 100_000]

  /// Why the costs of a program under the Thread Sanitizer are not those of the program.
  static let isWatched =
    "the Thread Sanitizer watches this process, and memory and switches cost a multiple of what they do without it"

  private struct Row {
    var kind: Crowd.Kind
    var size: Int
    var outcome: Result<Crowd, IsolatedMeasurement.Failure>?
  }

  private let rows: Mutex<[Row]>
  private let limit: ThreadLimit

  init(limit: ThreadLimit = .current) {
    self.limit = limit
    rows = Mutex(Crowd.Kind.allCases.flatMap { kind in Self.sizes.map { Row(kind: kind, size: $0) } })
  }

  // [00:02] The same number of waiting requests, twice: who needs less?
  func measure() {
    for index in rows.withLock({ $0.indices }) {
      let (kind, size) = rows.withLock { ($0[index].kind, $0[index].size) }
      let count = kind == .threads ? min(size, limit.considerate) : size
      let milliseconds = size <= 1000 ? 100 : kind == .threads && size > 10_000 ? 1500 : 1000
      let outcome = Self.measure(kind, count, milliseconds: milliseconds)
      rows.withLock { $0[index].outcome = outcome }
    }
  }

  /// Measures a crowd, and waits longer where that was too short.
  ///
  /// All have to wait before the first is answered. Many take longer to make, and far longer on a busy machine.
  private static func measure(
    _ kind: Crowd.Kind, _ count: Int, milliseconds: Int
  ) -> Result<Crowd, IsolatedMeasurement.Failure> {
    var outcome: Result<Crowd, IsolatedMeasurement.Failure>
    var milliseconds = milliseconds
    repeat {
      outcome = Result { () throws(IsolatedMeasurement.Failure) in
        try IsolatedMeasurement.crowd(kind, count: count, milliseconds: milliseconds).inChild(Crowd.self)
      }
      milliseconds *= 3
    } while outcome.isTooShort && milliseconds <= 9000
    return outcome
  }

  /// A crowd, if it was measured.
  func crowd(_ kind: Crowd.Kind, of size: Int) -> Result<Crowd, IsolatedMeasurement.Failure>? {
    rows.withLock { $0.first { $0.kind == kind && $0.size == size }?.outcome }
  }

  /// The largest crowds of both kinds that are of one size and complete.
  var largestPair: (threads: Crowd, tasks: Crowd)? {
    for size in Self.sizes.reversed() {
      if case .success(let threads) = crowd(.threads, of: size),
        case .success(let tasks) = crowd(.tasks, of: size),
        threads.waiting == size, tasks.waiting == size
      {
        return (threads, tasks)
      }
    }
    return nil
  }

  /// Why something is missing from the table, a sentence each.
  var remarks: [String] {
    rows.withLock { $0 }.compactMap { row in
      let asked = "\(NumberText.short(Double(row.size))) \(row.kind.rawValue)"
      switch row.outcome {
      case .success(let crowd) where crowd.made < row.size:
        return
          "Of \(asked) there were \(NumberText.short(Double(crowd.made))): \(crowd.stopped ?? limit.reason)."
      case .failure(let failure): return "\(asked) were not measured: \(failure)."
      default: return nil
      }
    }
  }

  private static let columns: [TableFigure.Column] = [
    .init("wall", unit: "ms"), .init("CPU", unit: "ms"), .init("making", unit: "ms"), .init("threads"),
    .init("resident", unit: "MiB"), .init("address", unit: "MiB"), .init("waited"), .init("pushed"),
  ]

  /// What was measured so far.
  var table: Figure {
    .table(
      title: "What it takes to keep requests waiting", corner: "at once", columns: Self.columns,
      rows: rows.withLock { $0 }.map { row in
        let made = (try? row.outcome?.get())?.made ?? row.size
        return TableFigure.Row(
          "\(NumberText.short(Double(made))) \(made == 1 ? String(row.kind.rawValue.dropLast()) : row.kind.rawValue)",
          (try? row.outcome?.get())?.values ?? [])
      })
  }

  /// Memory against the number of requests.
  var memory: Curve {
    func line(_ label: String, _ kind: Crowd.Kind, _ bytes: (Crowd) -> Int) -> Curve.Series {
      let crowds = rows.withLock { $0 }.filter { $0.kind == kind }.compactMap { try? $0.outcome?.get() }
      return Curve.Series(label, crowds.map { (Double($0.made), Double(bytes($0)) / 1_048_576) })
    }
    return Curve(
      "memory", x: .init("requests waiting at once"), y: .init("memory", unit: "MiB"),
      series: [
        line("tasks, in memory", .tasks, \.held.residentBytes),
        line("threads, in memory", .threads, \.held.residentBytes),
        line("threads, address space", .threads, \.held.virtualBytes),
      ])
  }

  /// Every figure of the table by name, for the report.
  var figures: [(name: String, value: Double, unit: String)] {
    rows.withLock { $0 }.flatMap { row -> [(name: String, value: Double, unit: String)] in
      guard let values = (try? row.outcome?.get())?.values else { return [] }
      return zip(Self.columns, values).map { column, value in
        ("\(row.kind.rawValue)/\(row.size)/\(column.title)", value, column.unit)
      }
    }
  }
}

extension Crowd {
  /// The crowd's row in the table.
  fileprivate var values: [Double] {
    [
      wall * 1e3, total.cpuSeconds * 1e3, creation * 1e3, Double(1 + held.threads),
      Double(held.residentBytes) / 1_048_576, Double(held.virtualBytes) / 1_048_576,
      Double(total.voluntarySwitches), Double(total.involuntarySwitches),
    ]
  }
}

extension Result<Crowd, IsolatedMeasurement.Failure> {
  /// Whether some were answered before all of them waited.
  fileprivate var isTooShort: Bool {
    if case .success(let crowd) = self { crowd.isTooShort } else { false }
  }
}
