import Dispatch
import Measurement
import Platform

/// All techniques at both kinds of work, each at its best of up to three rounds: what disturbs only ever adds delay.
struct Comparison {
  struct Row {
    var name: String
    var computing: Run
    var waiting: Run
  }

  var job: PrimeJob
  var workers: Int
  private(set) var rows: [Row] = []
  /// Techniques that could not be tried, with the reason.
  private(set) var missing: [String: String] = [:]
  /// The share of the cores that others used while nobody but the lesson should have, from 0 to 1; `nil` where the system
  /// does not tell.
  private(set) var others: Double?

  private static let rounds = 3
  /// After so long no further round is begun: on a machine that is this busy another one would find out no more.
  private static let patience = Duration.seconds(3)

  /// Compares what was measured before.
  init(_ rows: [Row], job: PrimeJob, workers: Int, others: Double?) {
    self.rows = rows
    self.job = job
    self.workers = workers
    self.others = others
  }

  /// Measures until a round was undisturbed.
  init(
    _ techniques: [any Technique] = Techniques.all, job: PrimeJob, cores: AvailableCores,
    _ progress: (String) -> Void
  ) {
    self.job = job
    workers = cores.count
    let origin = DispatchTime.now()
    for round in 0..<Self.rounds where round == 0 || CoreSample.elapsed(since: origin) < Self.patience {
      let load = MachineLoad.now(cores: cores.numbers)
      let usage = Run.watch { for technique in techniques { measure(technique, progress) } }
      if let load, let now = MachineLoad.now(cores: cores.numbers) {
        let share = now.others(since: load, own: usage.cpu, wall: usage.wall, cores: cores.numbers.count)
        others = min(others ?? 1, share)
      }
      if rows.allSatisfy({ $0.computing.usage.kept < Disturbance.threshold / 2 }) { break }
    }
  }

  private mutating func measure(_ technique: any Technique, _ progress: (String) -> Void) {
    progress("measuring: \(technique.name) …")
    do {
      let row = Row(
        name: technique.name, computing: try technique.compute(job, workers: workers),
        waiting: try technique.wait(WaitingJob(), workers: workers))
      if let index = rows.firstIndex(where: { $0.name == row.name }) {
        rows[index].computing = [rows[index].computing, row.computing].min { $0.wall < $1.wall }!
        rows[index].waiting = [rows[index].waiting, row.waiting].min { $0.wall < $1.wall }!
      } else {
        rows.append(row)
      }
    } catch {
      missing[technique.name] = "\(error)"
    }
  }

  /// How a technique did; `nil` where it could not be tried.
  subscript(_ technique: any Technique) -> Row? { rows.first { $0.name == technique.name } }

  /// What all others are compared with.
  var inTurn: Row { self[Techniques.inTurn]! }

  /// How many times as fast the computing was done as in turn.
  func speedUp(_ row: Row) -> Double { inTurn.computing.wall / row.computing.wall }

  /// How many times as fast the answers were there as in turn.
  func waitingSpeedUp(_ row: Row) -> Double { inTurn.waiting.wall / row.waiting.wall }

  /// What kept a technique's computing from being as fast as it might be; `nil` if nothing did.
  func disturbance(_ row: Row) -> Disturbance? {
    Disturbance(of: row.computing, comparedWith: inTurn.computing, others: others)
  }

  /// Why nothing else about many cores is worth measuring; `nil` unless others use most of the machine.
  ///
  /// It would come to nothing and take long: the more of the cores others use, the longer a job takes.
  var obstacle: String? {
    others.flatMap { others in
      others <= 0.5
        ? nil
        : "the machine was busy: others used \(Disturbance.percent(others)) of the cores. Try again when it is idle"
    }
  }

  /// Whether every technique came to the same result.
  var allAgree: Bool {
    rows.allSatisfy {
      $0.computing.result == inTurn.computing.result && $0.waiting.result == inTurn.waiting.result
    }
  }
}
