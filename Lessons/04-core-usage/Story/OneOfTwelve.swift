import EventLoop
import LessonKit
import Measurement
import Platform
import Report
import Workload

/// One busy thread on a machine of many cores: how much of the machine is that?
struct OneOfTwelve: StoryPart {
  static let id = "one-of-twelve"
  static let title = "One thread, and the machine around it"
  static let whatIf: WhatIf? = WhatIf("What if nothing can be spread?", "--parallel-share 0")
  static let lecturesCores = 12

  let machine: MeasuredCores

  struct Evidence {
    var cores: Int
    /// How many of them one busy thread kept busy.
    var busy: Double
    var usage: Utilization?
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.ask(Self.share)
    guard let job = machine.job else { return try model(telling) }
    let one = try machine.run(Techniques.oneThread, job, telling).usage
    let all = try machine.run(Techniques.taskGroup, job, telling).usage
    // Both pictures have the same scale, so that the shorter job is the shorter picture.
    let end = max(one.wall, all.wall)
    telling.show("one-thread", "One busy thread", one.timeline(cores: machine.cores.numbers), until: end)
    if machine.count > 1 {
      telling.show(
        "all-cores", "The same job in a task group", all.timeline(cores: machine.cores.numbers), until: end)
    }
    telling.observe(Self.share)
    if let lacking = [one, all].compactMap(\.coresLacking).max(), lacking > 0.05 {
      telling.say(
        "Where a lane is empty, another program may have had the core that the job was ready to use.")
    }
    return Evidence(cores: machine.count, busy: one.coresKeptBusy, usage: one)
  }

  /// In virtual time the machine is the lecture's: one core computes, eleven do not.
  private func model(_ telling: Telling) throws -> Evidence {
    var timeline = try telling.measure([Request("core 1", steps: [])]) { loop in
      loop.answer("core 1") { loop.work(for: .milliseconds(100)) }
    }.timeline
    timeline.lanes += (2...Self.lecturesCores).map { Lane("core \($0)") }
    telling.show("one-thread", "One busy thread on 12 cores", timeline)
    telling.observe(Self.share, timeline.workOverMakespan / Double(Self.lecturesCores) * 100)
    let work = timeline.lanes.reduce(Duration.zero) { $0 + $1.time(in: .work) }
    return Evidence(cores: Self.lecturesCores, busy: work / timeline.makespan)
  }
}
