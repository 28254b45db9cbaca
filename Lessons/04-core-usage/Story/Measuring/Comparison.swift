import Console
import LessonKit
import Measurement

/// All techniques at both kinds of work, and what the machine itself can do, measured by turns.
struct Comparison {
  struct Row {
    let technique: any Technique
    /// Each round's run.
    var computing: [JobRun] = []
    /// How long all answers were waited for.
    var waiting: Duration?
    /// Why the technique could not be tried, as a sentence without its full stop.
    var obstacle: String?

    /// The run that was kept from the cores the least.
    var best: JobRun? { computing.min { ($0.usage.coresLacking ?? 0) < ($1.usage.coresLacking ?? 0) } }
  }

  var rows = Techniques.all.map { Row(technique: $0) }
  var ceiling: Ceiling

  subscript(_ technique: any Technique) -> Row? { rows.first { $0.technique.name == technique.name } }

  /// What all others are compared with.
  var one: Row { rows[0] }

  /// How many times as fast the job was done as on one thread, over the rounds; `nil` where the technique could not be tried.
  func timesAsFast(_ row: Row) -> Double? {
    guard !row.computing.isEmpty else { return nil }
    func wall(_ runs: [JobRun]) -> Duration { runs.reduce(.zero) { $0 + $1.usage.wall } / runs.count }
    return wall(one.computing) / wall(row.computing)
  }

  /// How many times as soon all answers were there as on one thread.
  func waitingGain(_ row: Row) -> Double? {
    row.waiting.flatMap { waiting in one.waiting.map { $0 / waiting } }
  }

  /// Whether a technique was measured to be faster than the cores together can be.
  func isImpossible(_ row: Row) -> Bool {
    (timesAsFast(row) ?? 0) > 1.1
      * max(1, ceiling.alone.isEmpty ? Double(ceiling.cores) : ceiling.timesAsFast)
  }

  /// By how much the CPU time of the same job on one core differed: more than a tenth, and the cores change their pace.
  var spread: Double {
    let times = ([one] + [self[Techniques.oneLoop]!]).flatMap(\.computing).map(\.usage.cpu)
    return times.max().flatMap { most in times.min().map { most / $0 - 1 } } ?? 0
  }

  /// How many cores the techniques were ready to use and did not get, at the worst.
  var lacking: Double { rows.flatMap(\.computing).compactMap(\.usage.coresLacking).max() ?? 0 }

  private var isSteady: Bool { spread < 0.1 }

  /// Whether every technique has counted the same primes.
  var allAgree: Bool { Set(rows.flatMap(\.computing).map(\.result)).count == 1 }
}

extension Comparison {
  /// A speed-up is measured twice, and up to four times where it cannot be true.
  private static let rounds = 2...4

  init(_ machine: MeasuredCores, _ job: PrimeJob, _ telling: Telling) {
    self.init(ceiling: Ceiling(cores: machine.count))
    for round in 1...Self.rounds.upperBound {
      telling.progress("measuring: what the cores can do together …")
      try? ceiling.measure(job)
      for index in rows.indices where rows[index].obstacle == nil {
        rows[index].measure(machine, job, telling)
      }
      if round >= Self.rounds.lowerBound, isSteady, !rows.contains(where: isImpossible) { break }
    }
  }
}

extension Comparison.Row {
  fileprivate mutating func measure(_ machine: MeasuredCores, _ job: PrimeJob, _ telling: Telling) {
    do {
      computing.append(try machine.run(technique, job, telling))
      let took = try ContinuousClock().measure {
        if waiting == nil { try technique.wait(for: Answers(), workers: machine.count) }
      }
      waiting = waiting ?? took
    } catch {
      obstacle = "\(error)"
    }
  }
}

/// The techniques, from the simplest on.
enum Techniques {
  static let oneThread = OnOneThread()
  static let oneLoop = OnOneLoop()
  static let threads = OnThreads()
  static let taskGroup = InTaskGroup()
  static let processes = InProcesses()

  static let all: [any Technique] = [oneThread, oneLoop, threads, taskGroup, processes]
}
