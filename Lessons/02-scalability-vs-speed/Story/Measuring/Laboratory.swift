import LessonKit
import Measurement
import Platform
import Serving

/// Where servers are loaded: as a model in virtual time, or over sockets in real time.
struct Laboratory {
  /// The most users that are tried.
  static let most = 2000

  /// The most threads of the server that has several.
  var threads = Discipline.threadLimit
  var objective = Degrading.objective

  let isExact: Bool
  /// Is told what is loaded, and how far it is, several times a second.
  let tell: @Sendable (String) -> Void

  init(_ telling: Telling, isExact: Bool? = nil) {
    self.isExact = isExact ?? telling.isExact
    // Users and server are in one process. What the system does not allow ends a load, with its reason.
    if !self.isExact { try? ResourceLimit.raise(.openFiles, to: 2 * UInt64(Self.most) + 200) }
    // A load keeps the lesson's thread until it is over, so that the generator's has the screen to itself.
    nonisolated(unsafe) let telling = telling
    tell = { telling.progress($0) }
  }

  /// Users with a connection each, who ask again as soon as they have their answer.
  func plan(_ discipline: Discipline, _ page: Page, users: Int) -> LoadPlan {
    var plan = LoadPlan(.closed(users: users), for: .milliseconds(300), warmUp: .milliseconds(150))
    // A server that answers one at a time needs its time for each of them.
    let round = discipline == .oneAtATime ? page.ownTime * users : page.ownTime
    plan.duration = isExact ? .seconds(1) : max(plan.duration, min(round, Degrading.deadline / 2))
    plan.deadline = Degrading.deadline
    return plan
  }

  /// Loads a server with a number of users.
  func load(_ discipline: Discipline, _ page: Page = .usual, users: Int) throws -> LoadResult {
    try load(
      discipline, page, plan(discipline, page, users: users), "\(users) \(users == 1 ? "user" : "users")")
  }

  /// Loads a server, a fresh one every time: nothing of an earlier load is left in its queues.
  func load(
    _ discipline: Discipline, _ page: Page, _ plan: LoadPlan, _ whom: String
  ) throws -> LoadResult {
    let progress = { @Sendable [tell] (now: LoadProgress) in
      tell("\(discipline.label), \(whom): \(Int(now.share * 100)) %, \(now.answered) answered")
    }
    if isExact { return discipline.pool(threads: threads).load(plan, page) }
    let refused = Guarded<LoadFailure?>(nil)
    let server = try discipline.serve(page, threads: threads) { event in
      if let error = event.systemError { refused.withLock { $0 = LoadFailure(error) } }
    }
    defer { server.stop(within: .zero) }
    var result = try LoadGenerator(port: server.port).run(plan, progress: progress)
    if let failure = refused.withLock({ $0 }) { throw failure }
    let counts = server.counts
    if counts.answered > 0 { result.coreTime = counts.coreTime / counts.answered }
    return result
  }

  /// Loads a server with ever more users until its performance degrades, and closes in on the number.
  ///
  /// - Parameters:
  ///   - first: how many to begin with in real time, where every load takes its time.
  ///   - growth: by how much to go on from there.
  func knee(
    _ discipline: Discipline, _ page: Page = .usual, from first: Int, growth: Double
  ) throws -> Knee {
    var ramp = Ramp(objective, most: Self.most)
    if isExact {
      (ramp.attempts, ramp.resolution) = (1, 0)
    } else {
      (ramp.first, ramp.growth, ramp.attempts, ramp.resolution) = (first, growth, 2, 0.25)
    }
    return try ramp.findKnee { try load(discipline, page, users: $0) }
  }
}
