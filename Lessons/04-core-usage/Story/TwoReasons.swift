import Console
import EventLoop
import Figures
import LessonKit
import Measurement
import Platform
import Report
import Workload

/// The two reasons side by side: modern CPUs, and something useful to do while waiting.
struct TwoReasons: StoryPart {
  static let id = "two-reasons"
  static let title = "Two kinds of work, and what helps which"
  static let whatIf: WhatIf? = WhatIf("What if you have four cores?", "--cores 4")

  let machine: MeasuredCores

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
    telling.ask(Self.waiting)
    guard let job = machine.job else { return try model(telling) }
    telling.say(
      "Five techniques do both. The lesson may use \(Utilization.words(Double(machine.count))): \(machine.cores.explanation)."
    )
    let comparison = Comparison(machine, job, telling)
    telling.show(comparison)
    telling.observe(Self.waiting, comparison[Techniques.oneLoop].flatMap(comparison.waitingGain))
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
    telling.observe(Self.waiting, inOrder / waiting)
    return Evidence(
      waitingGain: inOrder / waiting, blockingGain: inOrder / blocking.makespan,
      coresOfLoop: computing.workOverMakespan, cores: machine.count)
  }
}
