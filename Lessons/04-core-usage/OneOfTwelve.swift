import EventLoop
import Figures
import LessonKit
import Measurement
import Platform
import Report

/// One busy thread on a machine of many cores: how much of the machine is that?
enum OneOfTwelve {
  static let lecturesCores = 12

  static func tell(_ story: Story, _ machine: Machine, _ comparison: Comparison?) throws {
    try story.part("one-of-twelve", "One thread, and the machine around it") { part in
      let guess = part.ask(
        "The lecture's machine has 12 cores. One thread computes as fast as it can: what percentage of the machine does the "
          + "program use?", unit: "%", in: 0...1200)
      part.compare("one thread on 12 cores", guess, with: 100.0 / 12, tolerance: 0.05)
      if let comparison {
        part.claimShare(machine, comparison)
      } else {
        try part.modelShare()
      }
    }
  }
}

extension Part {
  // [00:40] [00:42] [00:44] [00:46] [00:50] The share is the CPU time that was used over the time that all cores had.
  fileprivate func claimShare(_ machine: Machine, _ comparison: Comparison) {
    let cores = machine.cores
    let one = comparison.inTurn.computing
    let all = comparison[Techniques.taskGroup]!.computing
    // Both pictures have one scale, so that the shorter job is the shorter picture.
    let end = max(one.wall, all.wall)
    show("one-thread", "One busy thread", one.usage.timeline(cores: cores.numbers), until: end)
    if cores.count > 1 {
      show(
        "all-cores", "The same job in a task group", all.usage.timeline(cores: cores.numbers), until: end
      )
    }
    if max(one.usage.kept, all.usage.kept) > Disturbance.threshold {
      say(
        "Where a lane is empty others may have had the core: for "
          + "\(Disturbance.percent(max(one.usage.kept, all.usage.kept))) of the time the job wanted one and had none."
      )
    }
    let share = one.usage.share(ofCores: cores.count) * 100
    let part = 100 / Double(cores.count)
    note("share/one-thread", share, unit: "%")
    note("share/all-cores", all.usage.share(ofCores: cores.count) * 100, unit: "%")
    let bound = Bound.from((part * 90).rounded() / 100, to: (part * 110).rounded() / 100)
    let statement = Self.statement
    if !bound.contains(share), one.usage.kept > Disturbance.threshold / 2 {
      return cannotMeasure(
        "one-of-twelve", at: "00:44", statement,
        because:
          "the machine was busy: the one thread had no core for \(Disturbance.percent(one.usage.kept)) of the time"
      )
    }
    claim(
      "one-of-twelve", at: "00:44", statement, measured: share, unit: "%", bound: bound,
      provided: [Condition("one core of twelve is 8.33 %", abs(100.0 / 12 - 8.33) < 0.005)],
      because: "what one busy thread uses of this machine, where one core of \(cores.count) is "
        + "\(NumberText.short(part, unit: "%")); of the lecture's twelve, one is 8.33 %")
  }

  // [00:53] In virtual time the machine is the lecture's: one lane computes, eleven do not.
  fileprivate func modelShare() throws {
    let recording = try measure(lanes: [Lane("core 1")]) { stage in
      stage.answer(lane: 0) { stage.loop.work(for: .milliseconds(100)) }
    }
    var timeline = recording.timeline
    timeline.lanes += (2...OneOfTwelve.lecturesCores).map { Lane("core \($0)") }
    show("one-thread", "One busy thread on 12 cores", timeline)
    let work = timeline.lanes.reduce(Duration.zero) { $0 + $1.time(in: .work) }
    claim(
      "one-of-twelve", at: "00:44", Self.statement,
      measured: work / timeline.makespan / Double(OneOfTwelve.lecturesCores) * 100, unit: "%",
      bound: .exactly(100.0 / 12),
      because: "CPU time over time over cores, for one busy thread on the lecture's machine")
  }

  private static var statement: String {
    "On 12 cores, a program with a single thread gets 8.33 % of what the machine can do."
  }
}
