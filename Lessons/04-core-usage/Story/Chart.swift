import Figures
import LessonKit
import Measurement
import Report

/// The chart behind the first reason: what became of transistors, of one thread, of the clock and of the number of cores.
struct Chart: StoryPart {
  static let id = "trend"
  static let title = "Why one thread is no longer enough"
  static let whatIf: WhatIf? = WhatIf("What do 128 cores make of a job?", "--cores 128")

  let machine: MeasuredCores

  struct Evidence {
    var singleThread = TrendData.singleThread
    /// The job on as many threads as there are cores; `nil` where there is only one core, and in virtual time.
    var threads: Attempt<Utilization>?
    var cores: Int
    var obstacle: String?
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.showTrend()
    guard let job = machine.job, machine.obstacle == nil else {
      return Evidence(cores: machine.count, obstacle: machine.obstacle)
    }
    telling.say(
      "Does the line of the cores help a program? Here is the same job on ever more threads, on your \(machine.count) cores."
    )
    let threads = Attempt { try sweep(job, telling) }
    return Evidence(threads: threads, cores: machine.count)
  }

  /// Shows the job on ever more threads. Returns what as many of them as there are cores took.
  private func sweep(_ job: PrimeJob, _ telling: Telling) throws -> Utilization {
    let counts = Set([1, 2, machine.count, 2 * machine.count, 4 * machine.count]).sorted()
    let runs = try counts.map { count in
      telling.progress("measuring: \(count) \(count == 1 ? "thread" : "threads") …")
      return try OnThreads().run(job, workers: count)
    }
    func line(_ label: String, _ value: (JobRun) -> Double) -> CurveFigure.Series {
      .init(label, zip(counts, runs).map { (Double($0), value($1)) })
    }
    telling.show(
      .curve(
        id: "workers", title: "The same job on ever more threads",
        x: .init("threads", scale: .logarithmic), y: .init("of one thread", unit: "×"),
        series: [
          line("cores busy") { $0.usage.coresBusy },
          line("as fast") { runs[0].usage.wall / $0.usage.wall },
        ]))
    let own = runs[counts.firstIndex(of: machine.count)!]
    telling.account(own)
    return own.usage
  }
}

extension Telling {
  fileprivate func showTrend() {
    show(
      .curve(
        id: "trend", title: "Thirty years of processors", x: .init("year"),
        y: .init("best of the year, logarithmic", scale: .logarithmic),
        series: TrendData.all.map { .init($0.label, $0.points) }))
    say("One thread in SpecINT × 1000; logical cores. Source: \(TrendData.source).")
    func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }
    show(
      .table(
        title: "Growth a year: of the best of each year, and of all chips",
        columns: [
          .init("to 2005", unit: "best, %"), .init("from 2005", unit: "best, %"),
          .init("to 2005", unit: "all, %"), .init("from 2005", unit: "all, %"),
        ],
        rows: TrendData.all.map { series in
          .init(
            series.label,
            [
              series.before.share, series.after.share, series.published.to2005, series.published.from2005,
            ].map(percent))
        }))
    for series in TrendData.all {
      note("growth/\(series.label)/before-2005", percent(series.before.share), unit: "%")
      note("growth/\(series.label)/from-2005", percent(series.after.share), unit: "%")
    }
  }
}
