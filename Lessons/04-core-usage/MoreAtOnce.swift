import EventLoop
import Figures
import LessonKit
import Measurement
import Platform
import Report
import Workload

/// The other use of concurrency, and the more common one: not one thing faster, but more at the same time.
enum MoreAtOnce {
  static func tell(_ story: Story, _ machine: Machine, _ comparison: Comparison?) throws {
    // Computing is only shown, not judged: another attempt need not measure it again.
    var computing: [TableFigure.Row]?
    try story.part("more-at-once", "Not one thing faster, but more at the same time") { part in
      part.say(
        "Most programs do not want one answer sooner. They have many things to do, each of which mostly waits for somebody else. "
          + "One thread can wait for all of them.")
      let rows = try computing ?? part.measureComputing(machine, comparison)
      computing = rows
      let watch = Watch(machine)
      try part.claimMoreAtOnce(besides: rows, watch)
      try Scrape.tell(part, machine, watch)
      try PickUp.tell(part, watch)
    }
  }
}

extension Part {
  // [01:21] [01:24] The time of one job stays what it is; how many are done in a second does not.
  fileprivate func claimMoreAtOnce(besides computing: [TableFigure.Row], _ watch: Watch) throws {
    let jobs = (1...16).map { Request("job \($0)", steps: [.wait("answer", .milliseconds(25))]) }
    let inTurn = try measure(lanes: [Lane(jobs[0].label)]) { stage in
      try WebServer(loop: stage.loop).serveInTurn([jobs[0]], on: stage)
    }
    let atOnce = try measure(lanes: jobs.map { Lane($0.label) }) { stage in
      try await WebServer(loop: stage.loop).serve(jobs, on: stage)
    }
    // One after another, every job takes its own time, so that one of them tells what any number would.
    let before = 1 / inTurn.timeline.makespan.inSeconds
    let after = Double(jobs.count) / atOnce.timeline.makespan.inSeconds
    let latency = atOnce.timeline.meanResponseTime / inTurn.response(1)
    let rows: [TableFigure.Row] = [
      .init("waiting, one at a time", [inTurn.response(1).inMilliseconds, before]),
      .init("waiting, 16 at a time", [atOnce.timeline.meanResponseTime.inMilliseconds, after]),
    ]
    show(
      .table(
        title: "How long one job takes, and how many are done in a second", corner: "jobs",
        columns: [.init("one job", unit: "ms"), .init("jobs", unit: "a second")], rows: rows + computing))
    let late = (jobs[0].ownTime + Lateness.allowed) / jobs[0].ownTime
    note("more-at-once/one-job", latency, unit: "×")
    claim(
      "more-at-the-same-time", at: "01:21",
      "More common than one computation made faster is to do more at the same time.",
      measured: after / before,
      unit: "×", bound: gainBound(of: jobs),
      provided: [
        Condition(
          "one job takes as long as before, not less",
          exactly(1, inRealTime: .from(1 / late, to: late)).contains(latency))
      ], disturbed: watch.disturbance,
      because: "jobs done per second, \(jobs.count) at a time over one at a time; the time of one job is "
        + "\(NumberText.short(latency, unit: "×")) what it was")
  }

  /// The same with jobs that compute: all cores for one job, or a core for each of several.
  fileprivate func measureComputing(_ machine: Machine, _ comparison: Comparison?) throws -> [TableFigure.Row]
  {
    guard machine.obstacle == nil, comparison?.obstacle == nil else { return [] }
    progress("measuring: jobs that compute …")
    let cores = machine.cores.count
    let job = PrimeJob.taking(.milliseconds(100), pieces: 8 * cores)
    let alone = try Run.best { try Techniques.inTurn.compute(job, workers: 1) }.wall
    let together = try Run.best { try Techniques.taskGroup.compute(job, workers: cores) }.wall
    var whole = job
    whole.pieces = Array(repeating: 0..<job.limit, count: cores)
    let sideBySide = try Run.best { try Techniques.threads.compute(whole, workers: cores) }.wall
    return [
      .init("computing, one at a time on one core", [alone.inMilliseconds, 1 / alone.inSeconds]),
      .init("computing, one at a time on \(cores) cores", [together.inMilliseconds, 1 / together.inSeconds]),
      .init(
        "computing, \(cores) at a time, a core each",
        [sideBySide.inMilliseconds, Double(cores) / sideBySide.inSeconds]),
    ]
  }
}
