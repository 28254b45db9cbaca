import EventLoop
import Figures
import LessonKit
import Measurement
import Platform
import Report

/// The course's two reasons side by side: modern CPUs, and something useful to do while waiting.
enum TwoReasons {
  fileprivate static let statement =
    "There are two reasons: to make use of modern CPUs, and to do something useful while waiting."

  /// - Returns: what the other parts compare with; `nil` in virtual time, which has no cores.
  static func tell(_ story: Story, _ machine: Machine) throws -> Comparison? {
    try story.part("two-reasons", "Two kinds of work, and what helps which") { part in
      part.say(
        "A program is slow for one of two reasons. It computes, and then more cores may help; or it waits, and then something "
          + "else could be done meanwhile. Two jobs, then: counting primes, which only computes, and "
          + "\(WaitingJob().waits) answers from elsewhere of \(WaitingJob().each.inWholeMilliseconds) each, which only waits. "
          + "And five techniques for both.")
      return machine.isExact ? try part.model() : part.compare(machine)
    }
  }
}

extension Part {
  // [00:00] [00:01] [00:04] [00:06] Both jobs, in every way, on the cores that there are.
  fileprivate func compare(_ machine: Machine) -> Comparison {
    say(
      "This process may use \(machine.cores.count) \(machine.cores.count == 1 ? "core" : "cores"): "
        + "\(machine.cores.explanation).")
    // On more cores a job has to be longer, for none of them to be done before it has begun.
    let cores = min(machine.cores.count, 12)
    let job = PrimeJob.taking(.milliseconds(max(300, 150 * cores)), pieces: max(96, 16 * machine.cores.count))
    let comparison = Comparison(job: job, cores: machine.cores) { progress($0) }
    showTable(comparison, machine)
    note("cores/available", Double(machine.cores.count), unit: "cores")
    if let others = comparison.others { note("others/share", others * 100, unit: "%") }

    if let obstacle = comparison.obstacle {
      cannotMeasure("two-reasons", at: "00:04", TwoReasons.statement, because: obstacle)
      return comparison
    }
    let loop = comparison[Techniques.oneLoop]!
    let group = comparison[Techniques.taskGroup]!
    let waiting = comparison.waitingSpeedUp(loop)
    let computing = comparison.speedUp(loop)
    let cause = comparison.disturbance(loop) ?? comparison.disturbance(group)
    claimReasons(
      waiting / computing, bound: .atLeast(gainBound(of: WaitingJob().requests).min! / Machine.noHelp.max!),
      provided: [
        Condition("every technique comes to the same result", comparison.allAgree),
        Condition(
          "cores help the computing",
          machine.cores.count == 1 || machine.speedUp.contains(comparison.speedUp(group)) || cause != nil),
      ], disturbed: comparison.disturbance(loop),
      because:
        "what tasks on one event loop gain where the work is waiting, over what they gain where it is computing"
    )
    return comparison
  }

  private func showTable(_ comparison: Comparison, _ machine: Machine) {
    let cores = machine.cores.count
    show(
      .table(
        title:
          "Speed-up over one thread, and the share of \(cores) \(cores == 1 ? "core" : "cores") that was used",
        corner: "technique",
        columns: [
          .init("computing", unit: "×"), .init("used", unit: "%"), .init("waiting", unit: "×"),
          .init("used", unit: "%"),
        ],
        rows: comparison.rows.map { row in
          .init(
            row.name,
            [
              comparison.speedUp(row), Self.percent(row.computing, cores), comparison.waitingSpeedUp(row),
              Self.percent(row.waiting, cores),
            ])
        }))
    for row in comparison.rows {
      note("speed-up/computing/\(row.name)", comparison.speedUp(row), unit: "×")
      note("speed-up/waiting/\(row.name)", comparison.waitingSpeedUp(row), unit: "×")
      note("share/computing/\(row.name)", row.computing.usage.share(ofCores: cores) * 100, unit: "%")
    }
    for (name, reason) in comparison.missing.sorted(by: { $0.key < $1.key }) {
      say("Without \(name): \(reason).")
    }
    let disturbance = comparison.rows.lazy.compactMap(comparison.disturbance).first
    say(
      disturbance.map { "Do not trust the speed-ups of computing: \($0.reason)." }
        ?? comparison.rows.dropFirst().map { row in
          "\(row.name): \(verdict(comparison.speedUp(row), on: "computing", machine)), "
            + "\(verdict(comparison.waitingSpeedUp(row), on: "waiting", machine))."
        }.joined(separator: "\n"))
  }

  /// The share of the machine, to a tenth of a percent.
  private static func percent(_ run: Run, _ cores: Int) -> Double {
    (run.usage.share(ofCores: cores) * 1000).rounded() / 10
  }

  private func verdict(_ speedUp: Double, on work: String, _ machine: Machine) -> String {
    switch speedUp {
    case ..<1.25: "no help with \(work)"
    case ..<(Double(machine.cores.count) * 0.75): "some help with \(work)"
    default: "helps with \(work)"
    }
  }

  // [00:09] [00:12] In virtual time there is one thread and no machine: what is left is what waiting is worth.
  fileprivate func model() throws -> Comparison? {
    let job = WaitingJob()
    let lanes = (1...job.waits).map { Lane("piece \($0)") }
    func makespan(_ piece: @escaping @Sendable (EventLoop) async throws -> Void) throws -> Duration {
      try measure(lanes: lanes) { stage in
        let tasks = lanes.indices.map { lane in
          Task(executorPreference: stage.loop) {
            try await stage.answer(lane: lane) { try await piece(stage.loop) }
          }
        }
        for task in tasks { try await task.value }
      }.timeline.makespan
    }
    let inTurn = job.each * job.waits
    let computing = inTurn / (try makespan { $0.work(for: job.each) })
    let blocking = inTurn / (try makespan { $0.block(for: job.each) })
    let waiting = inTurn / (try makespan { try await $0.sleep(for: job.each) })
    show(
      .table(
        title: "Speed-up over one thing after another, on one thread", corner: "tasks on one event loop",
        columns: [.init("speed-up", unit: "×")],
        rows: [
          .init("that compute", [computing]), .init("that wait, and keep the thread", [blocking]),
          .init("that wait, and give it back", [waiting]),
        ]))
    claimReasons(
      waiting / computing, bound: gainBound(of: job.requests),
      provided: [Condition("waiting that keeps the thread gains nothing", blocking == 1)], disturbed: nil,
      because:
        "what tasks on one event loop gain where the work is waiting, over what they gain where it is computing"
    )
    return nil
  }

  private func claimReasons(
    _ measured: Double, bound: Bound, provided conditions: [Condition], disturbed: Disturbance?,
    because: String
  ) {
    claim(
      "two-reasons", at: "00:04", TwoReasons.statement, measured: measured, unit: "×", bound: bound,
      provided: conditions, disturbed: disturbed, because: because)
  }
}
