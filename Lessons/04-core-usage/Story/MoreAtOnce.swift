import Console
import Figures
import LessonKit
import Measurement
import Report
import Workload

/// The other use of concurrency, and the more common one: not one thing faster, but more at the same time.
struct MoreAtOnce: StoryPart {
  static let id = "more-at-once"
  static let title = "Not one thing faster, but more at the same time"
  static let whatIf: WhatIf? = WhatIf("What if nearly all can be spread?", "--parallel-share 99")

  let machine: MeasuredCores

  struct Evidence {
    var jobs: [Request]
    /// One job, and all of them at the same time.
    var one: Recording<Void>
    var all: Recording<Void>

    /// How long one of many jobs takes, over one alone.
    var latency: Double { all.timeline.meanResponseTime / one.response(1) }
    /// Jobs done per second. One after another, each takes its own time, so that one of them tells what any number would.
    var before: Double { 1 / one.timeline.makespan.inSeconds }
    var after: Double { Double(jobs.count) / all.timeline.makespan.inSeconds }
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "Most programs do not need one answer sooner. They have many things to do, and most of that is waiting for another "
        + "system. One thread can wait for all of them.")
    let answers = Answers()
    let jobs = (1...answers.count).map { WebServer.request("job \($0)", work: .zero, wait: answers.each) }
    let evidence = Evidence(
      jobs: jobs,
      one: try telling.measure([jobs[0]]) { WebServer(loop: $0).serveBlocking([jobs[0]]) },
      all: try telling.measure(jobs) { try await WebServer(loop: $0).serve(jobs) })
    let waiting: [TableFigure.Row] = [
      .init("waiting, one at a time", [evidence.one.response(1).inMilliseconds, evidence.before]),
      .init(
        "waiting, \(jobs.count) at a time",
        [evidence.all.timeline.meanResponseTime.inMilliseconds, evidence.after]),
    ]
    telling.show(
      .table(
        title: "How long one job takes, and how many are done in a second", corner: "jobs",
        columns: [.init("one job", unit: "ms"), .init("jobs", unit: "a second")],
        rows: waiting + (try computing(telling))))
    telling.note("more-at-once/one-job", evidence.latency, unit: "×")
    return evidence
  }

  /// The same with jobs that compute: all cores for one job, or a core for each of several.
  private func computing(_ telling: Telling) throws -> [TableFigure.Row] {
    guard machine.job != nil, machine.obstacle == nil else { return [] }
    telling.progress("measuring: jobs that compute …")
    let cores = machine.count
    let job = PrimeJob.taking(.milliseconds(100), pieces: 8 * cores)
    var several = job
    several.pieces = Array(repeating: 0..<job.limit, count: cores)
    func row(_ label: String, jobs: Int = 1, _ run: JobRun) -> TableFigure.Row {
      .init(label, [run.usage.wall.inMilliseconds, Double(jobs) / run.usage.wall.inSeconds])
    }
    return [
      row("computing, on one core", try Techniques.oneThread.run(job, workers: 1)),
      row("computing, on \(cores) cores", try Techniques.taskGroup.run(job, workers: cores)),
      row(
        "computing, \(cores) at a time", jobs: cores,
        try Techniques.threads.run(several, workers: cores)),
    ]
  }
}
