import LessonKit
import Measurement

/// Where servers are loaded: as models in virtual time, or over sockets in real time.
struct Laboratory: Sendable {
  let isExact: Bool

  /// Loads a server with so many users.
  func sample(
    _ discipline: Discipline, _ page: Page, users: Int, deadline: Duration = Objective.usual.deadline
  ) throws -> Sample {
    if isExact { return try VirtualLoad.sample(discipline, page, users: users, deadline: deadline) }
    // A server that answers one at a time needs its time for each of them: two rounds at least.
    let lasting =
      discipline == .oneAtATime
      ? max(.milliseconds(300), page.ownTime * min(users, 6) * 2) : .milliseconds(500)
    return try RealLoad.sample(discipline, page, users: users, lasting: lasting, deadline: deadline)
  }

  /// Loads a server with ever more users until its performance degrades.
  func ramp(_ discipline: Discipline, _ page: Page = .usual, steps: [Int]) throws -> Ramp {
    guard isExact else { return try Ramp(steps, .usual) { try sample(discipline, page, users: $0) } }
    return try Ramp(to: 2048, .usual, exactly: { try sample(discipline, page, users: $0) })
  }
}

/// All that the lesson measures, once.
struct Measured: Sendable {
  var ramps: [Discipline: Ramp] = [:]
  var faster: Ramp
  /// The server that answers one at a time, with more users than it can answer in time.
  var overrun: Sample
  /// The server with threads, with more users than it has threads.
  var overfull: Sample
  /// The same server with a few users, after that.
  var afterwards: Sample
  /// The share of the cores that others had meanwhile; 0 where that cannot be known.
  var taken = 0.0

  init(_ laboratory: Laboratory, progress: (String) -> Void) throws {
    let cores = AvailableCores.current
    let clock = ContinuousClock()
    let (began, used, load) = (clock.now, CPUTime.ofProcess, MachineLoad.now(cores: cores.numbers))
    func loading(_ discipline: Discipline, _ what: String = "") {
      progress("loading: \(discipline.label)\(what) …")
    }
    let steps: [Discipline: [Int]] = [
      .oneAtATime: [1, 2, 3, 4], .threads: [1, 100, 200, 220], .eventLoop: [1, 100, 200, 300, 450, 600],
    ]
    for discipline in Discipline.allCases {
      loading(discipline)
      ramps[discipline] = try laboratory.ramp(discipline, steps: steps[discipline]!)
    }
    loading(.oneAtATime, ", ten times as fast")
    faster = try laboratory.ramp(
      .oneAtATime, Page.usual.faster(by: 10), steps: [8, 16, 20, 24, 28])
    loading(.oneAtATime, ", more users than it can answer")
    overrun = try laboratory.sample(.oneAtATime, .usual, users: 20)
    loading(.threads, ", more users than threads")
    overfull = try laboratory.sample(.threads, .usual, users: Discipline.threadLimit + 20)
    afterwards = try laboratory.sample(.threads, .usual, users: 10)
    if !laboratory.isExact, let load, let now = MachineLoad.now(cores: cores.numbers) {
      taken = now.others(
        since: load, own: (CPUTime.ofProcess - used).total, wall: clock.now - began,
        cores: cores.numbers.count)
    }
  }

  subscript(discipline: Discipline) -> Ramp { ramps[discipline]! }
}

extension Discipline {
  /// The ramps of all three in virtual time.
  static func exactRamps() throws -> [Discipline: Ramp] {
    try Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, try Laboratory(isExact: true).ramp($0, steps: [])) })
  }
}
