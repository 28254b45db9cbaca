import Console
import Figures
import Measurement
import Platform
import Processes

/// Crowds of many sizes, of threads and of tasks, as they are measured one after another.
struct Crowds: Sendable {
  typealias Outcome = Result<Crowd, HelperFailure>

  private struct Row {
    var kind: Crowd.Kind
    var size: Int
    /// How many of them there shall be, where the machine does not allow as many.
    var count: Int
    var outcome: Outcome?

    var crowd: Crowd? { try? outcome?.get() }
  }

  /// How many requests wait at once, from row to row.
  static let sizes = [1, 10, 100, 1000, 10_000, 100_000]
  /// With fewer, what the process itself takes hides what they take.
  static let leastToCompare = 1000

  /// Why the costs of a program under a sanitizer are not those of the program; `nil` without it.
  static var whyUnderSanitizer: String? {
    Instrumentation.hasSanitizer
      ? "A sanitizer watches this process, and memory and switches cost many times as much as without it."
      : nil
  }

  private var rows: [Row]
  private let limit: ThreadLimit

  init(limit: ThreadLimit = .current) {
    self.limit = limit
    // More than the machine allows is tried once, and not with every size beyond.
    let beyond = Self.sizes.firstIndex { $0 >= limit.considerate } ?? Self.sizes.count - 1
    rows =
      Self.sizes[...beyond].map { Row(kind: .threads, size: $0, count: min($0, limit.considerate)) }
      + Self.sizes.map { Row(kind: .tasks, size: $0, count: $0) }
  }

  /// Measures row after row.
  ///
  /// - Parameters:
  ///   - keepWaiting: keeps requests waiting, usually in a process of its own.
  ///   - progress: is given what was measured so far, after each row.
  mutating func measure(
    _ keepWaiting: (Crowd.Order) -> Outcome = { order in
      Result { () throws(HelperFailure) in try Crowd.process.answer(to: order) }
    },
    progress: (Crowds) -> Void = { _ in }
  ) {
    for (index, row) in rows.enumerated() {
      // All have to wait before the first is answered. Many take longer to make, and far longer on a busy machine.
      let wait = row.size <= 1000 ? 100 : row.kind == .threads && row.size > 10_000 ? 1500 : 1000
      var order = Crowd.Order(kind: row.kind, count: row.count, wait: .milliseconds(wait))
      repeat {
        rows[index].outcome = keepWaiting(order)
        order.wait *= 3
      } while rows[index].crowd?.isTooShort == true && order.wait < .seconds(10)
      progress(self)
    }
  }

  /// A crowd, if it was measured.
  func crowd(_ kind: Crowd.Kind, of size: Int) -> Outcome? {
    rows.first { $0.kind == kind && $0.size == size }?.outcome
  }

  /// The largest crowds of both kinds that are of one size and complete, and large enough to be compared.
  var largestPair: (threads: Crowd, tasks: Crowd)? {
    for size in Self.sizes.reversed() where size >= Self.leastToCompare {
      if case .success(let threads) = crowd(.threads, of: size),
        case .success(let tasks) = crowd(.tasks, of: size),
        threads.waiting == size, tasks.waiting == size
      {
        return (threads, tasks)
      }
    }
    return nil
  }

  /// Why there is nothing to compare, in sentences; `nil` where there is.
  var obstacle: String? {
    if let sanitizer = Self.whyUnderSanitizer { return sanitizer }
    guard largestPair == nil else { return nil }
    for kind in Crowd.Kind.allCases {
      if let reason = crowd(kind, of: Self.leastToCompare)?.obstacle { return reason }
    }
    return limit.refusal(of: Self.leastToCompare)
  }

  /// Why something is missing from the table, a sentence each.
  var remarks: [String] {
    rows.compactMap { row in
      let asked = "\(NumberText.short(Double(row.size))) \(row.kind.rawValue)"
      switch row.outcome {
      case .success(let crowd) where crowd.made < row.size:
        let why = [crowd.stopped, limit.reason].compactMap { $0 }.joined(separator: "; ")
        return "Of \(asked) there were \(NumberText.short(Double(crowd.made))): \(why)."
      case .failure(let failure): return "\(asked) were not measured: \(failure)."
      default: return nil
      }
    }
  }
}

extension Crowds.Outcome {
  /// Why there is nothing that could be judged, as a sentence; `nil` where there is.
  var obstacle: String? {
    switch self {
    case .failure(let failure): "The requests that wait were not measured: \(failure)."
    case .success(let crowd) where crowd.isTooShort:
      "The machine was busy: before the last of the \(crowd.order.kind.rawValue) waited, the first had ended, after "
        + "\(NumberText.short(crowd.order.wait.inSeconds, unit: "s"))."
    case .success: nil
    }
  }
}

// MARK: Pictures

extension Crowds {
  private static let columns: [TableFigure.Column] = [
    .init("wall", unit: "ms"), .init("CPU", unit: "ms"), .init("making", unit: "ms"), .init("threads"),
    .init("resident", unit: "MiB"), .init("address", unit: "MiB"), .init("waited"), .init("pushed"),
  ]

  /// What was measured so far.
  var table: Figure {
    .table(
      title: "What it takes to keep requests waiting", corner: "at once", columns: Self.columns,
      rows: rows.map { row in
        let made = row.crowd?.made ?? row.count
        let kind = made == 1 ? String(row.kind.rawValue.dropLast()) : row.kind.rawValue
        return TableFigure.Row("\(NumberText.short(Double(made))) \(kind)", row.crowd?.values ?? [])
      })
  }

  /// Memory against the number of requests.
  var memory: Figure {
    func line(_ label: String, _ kind: Crowd.Kind, _ bytes: (Crowd) -> Int) -> CurveFigure.Series {
      let crowds = rows.filter { $0.kind == kind }.compactMap(\.crowd)
      return CurveFigure.Series(label, crowds.map { (Double($0.made), Double(bytes($0)) / 1_048_576) })
    }
    return .curve(
      id: "memory", title: "Memory, for ever more requests",
      x: .init("requests waiting at once", scale: .logarithmic),
      y: .init("memory", unit: "MiB", scale: .logarithmic),
      series: [
        line("tasks, in memory", .tasks, \.held.residentBytes),
        line("threads, in memory", .threads, \.held.residentBytes),
        line("threads, address space", .threads, \.held.virtualBytes),
      ])
  }

  /// Every figure of the table by name, for the report.
  var figures: [(name: String, value: Double, unit: String)] {
    rows.flatMap { row in
      zip(Self.columns, row.crowd?.values ?? []).map {
        ("\(row.kind.rawValue)/\(row.size)/\($0.title)", $1, $0.unit)
      }
    }
  }
}

extension Crowd {
  /// The crowd's row in the table.
  fileprivate var values: [Double] {
    [
      wall.inMilliseconds, total.cpuSeconds * 1e3, creation.inMilliseconds, Double(1 + held.threads),
      Double(held.residentBytes) / 1_048_576, Double(held.virtualBytes) / 1_048_576,
      Double(total.voluntarySwitches), Double(total.involuntarySwitches),
    ]
  }
}
