import EventLoop
import Figures
import LessonKit
import Measurement
import Platform
import Workload

/// The two reasons side by side: modern CPUs, and something useful to do while waiting.
struct TwoReasons: StoryPart {
  static let id = "two-reasons"
  static let title = "Two kinds of work, and what helps which"

  let machine: Machine

  struct Evidence {
    /// How many times as soon tasks on one event loop have all answers as one thread has.
    var waitingGain: Double
    /// The same where the tasks keep the thread while they wait; in virtual time only.
    var blockingGain: Double?
    /// How many cores tasks on one event loop keep busy where they compute.
    var coresOfLoop: Double
    /// What a task group took of the cores; `nil` in virtual time, which has none.
    var taskGroup: Utilization?
    var cores: Int
    var allAgree = true
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "A program is slow for one of two reasons. It computes, and then more cores may help. Or it waits, and then it could do "
        + "something else meanwhile. So here are two jobs: one counts primes, which is only computing; the other needs "
        + "\(Answers().count) answers that take \(Answers().each.inWholeMilliseconds) each, which is only waiting."
    )
    guard let job = machine.job else { return try model(telling) }
    telling.say(
      "Five techniques do both. The lesson may use \(machine.count) cores: \(machine.cores.explanation).")
    let comparison = Comparison(machine, job, telling)
    telling.show(comparison)
    return Evidence(
      waitingGain: comparison[Techniques.oneLoop].flatMap(comparison.waitingGain) ?? .nan,
      coresOfLoop: comparison[Techniques.oneLoop]?.best?.usage.coresKeptBusy ?? .nan,
      taskGroup: comparison[Techniques.taskGroup]?.best?.usage, cores: machine.count,
      allAgree: comparison.allAgree)
  }

  /// In virtual time there is one thread and no cores. What is left is what waiting is worth.
  private func model(_ telling: Telling) throws -> Evidence {
    let answers = Answers()
    let computing = try telling.measure(ModelJob.requests) { loop in
      await OnOneLoop.primes(of: ModelJob(loop), on: loop)
    }.timeline
    let blocking = try telling.measure(ModelJob.requests) { loop in
      await OnOneLoop.primes(of: ModelJob(loop, isWaiting: true), on: loop)
    }.timeline
    let waiting = try telling.measure([]) { loop in
      try await OnOneLoop.wait(for: answers, on: loop)
      return loop.clock.now.offset
    }.value
    let inOrder = answers.each * answers.count
    telling.show(
      .table(
        title: "Tasks on one event loop", corner: "tasks that",
        columns: [.init("as fast as one after another", unit: "×")],
        rows: [
          .init("compute", [inOrder / computing.makespan]),
          .init("wait, and keep the thread", [inOrder / blocking.makespan]),
          .init("wait, and give it back", [inOrder / waiting]),
        ]))
    return Evidence(
      waitingGain: inOrder / waiting, blockingGain: inOrder / blocking.makespan,
      coresOfLoop: computing.workOverMakespan, cores: machine.count)
  }
}

/// A job without cores: what each piece would compute passes on a loop's clock.
struct ModelJob: Job {
  static let requests = (0..<Answers().count).map { Request("piece \($0)", steps: []) }

  let loop: EventLoop
  /// Whether a piece waits with the thread instead of computing.
  let isWaiting: Bool
  var pieces = (0..<Answers().count).map { $0..<$0 + 1 }

  init(_ loop: EventLoop, isWaiting: Bool = false) {
    self.loop = loop
    self.isWaiting = isWaiting
  }

  func primes(in piece: Range<Int>) -> Int {
    loop.answer("piece \(piece.lowerBound)") {
      isWaiting ? loop.block(for: Answers().each) : loop.work(for: Answers().each)
      return 0
    }
  }
}

extension Timeline {
  /// How many cores the lanes' work keeps busy, on average.
  var workOverMakespan: Double { lanes.reduce(.zero) { $0 + $1.time(in: .work) } / makespan }
}

extension Telling {
  /// Shows what each technique did, and says what that means.
  fileprivate func show(_ comparison: Comparison) {
    let ceiling = comparison.ceiling
    let cores = ceiling.cores
    func row(_ row: Comparison.Row) -> TableFigure.Row {
      .init(
        row.technique.name,
        [
          row.best.map { ($0.usage.coresKeptBusy * 100).rounded() / 100 },
          comparison.isImpossible(row) ? nil : comparison.timesAsFast(row), comparison.waitingGain(row),
        ])
    }
    let rows = comparison.rows.map(row)
    let most = TableFigure.Row("programs that share nothing", [Double(cores), ceiling.timesAsFast])
    show(
      .table(
        title: "Both kinds of work, against one thread", corner: "technique",
        columns: [
          .init("computing", unit: "cores busy"), .init("computing", unit: "× as fast"),
          .init("waiting", unit: "× as fast"),
        ], rows: cores > 1 && !ceiling.alone.isEmpty ? rows + [most] : rows))
    for row in rows {
      if let busy = row.values[0] { note("cores-busy/\(row.label)", busy, unit: "cores") }
      if let gain = row.values[1] { note("speed-up/computing/\(row.label)", gain, unit: "×") }
      if let gain = row.values[2] { note("speed-up/waiting/\(row.label)", gain, unit: "×") }
    }
    if cores > 1, !ceiling.alone.isEmpty {
      note("speed-up/ceiling", ceiling.timesAsFast, unit: "×")
      say(ceiling.meaning)
    }
    sayWhatIsOdd(comparison)
  }

  private func sayWhatIsOdd(_ comparison: Comparison) {
    for row in comparison.rows {
      if let obstacle = row.obstacle { say("There is no figure for \(row.technique.name): \(obstacle).") }
      if comparison.isImpossible(row) {
        say(
          "For \(row.technique.name) \(NumberText.short(comparison.timesAsFast(row)!)) times was measured, which these cores cannot "
            + "do: their pace changed meanwhile. So the figure is left out.")
      }
    }
    if comparison.lacking >= 0.1 {
      say(
        "Other programs used your cores meanwhile: at the worst, the job was ready to use \(Utilization.words(comparison.lacking)) that "
          + "they had. So it took longer than it would alone.")
    }
    if comparison.spread >= 0.1 {
      say(
        "The pace of your cores changes: the same job took up to \(Int((comparison.spread * 100).rounded())) % more CPU time from "
          + "one time to the next. So take *how fast* with that much doubt. How many cores are busy does not depend on it."
      )
    }
  }
}
