import Figures
import Foundation
import LessonKit
import Measurement
import Platform
import Report

/// The chart behind the first reason: what became of transistors, of one thread, of the clock and of the number of cores.
enum Trend {
  static func tell(_ story: Story, _ machine: Machine, _ comparison: Comparison?) throws {
    try story.part("trend", "Why one thread is no longer enough") { part in
      part.showTrend()
      part.correctFlattening()
      part.claimConcurrency(machine, comparison)
    }
  }
}

extension TrendData.Series {
  /// The growth up to 2005, and from then on.
  var before: Growth { Growth(of: points.filter { $0.x <= 2005 }) }
  var after: Growth { Growth(of: points.filter { $0.x >= 2005 }) }
}

extension Part {
  // [00:15] [00:18] [00:20] The graph, from its data.
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
        rows: TrendData.all.map {
          .init(
            $0.label,
            [
              percent($0.before.share), percent($0.after.share), percent($0.published.before),
              percent($0.published.after),
            ])
        }))
    for series in TrendData.all {
      note("growth/\(series.label)/before-2005", percent(series.before.share), unit: "%")
      note("growth/\(series.label)/from-2005", percent(series.after.share), unit: "%")
    }
  }

  // [00:22] [00:25] [00:28] [00:30] Slower is not flat: what went flat is the clock.
  func correctFlattening(of thread: TrendData.Series = TrendData.singleThread) {
    // What can be told from no growth at all, and from the growth before.
    let least = Growth(slope: Growth.chance(thread.after, .none), error: 0)
    let most = Growth(slope: thread.before.slope - Growth.chance(thread.before, thread.after), error: 0)
    correct(
      "single-thread-flattened", at: "00:15",
      "While Moore's law went on, the performance of one thread flattened around 2005, and perhaps turned down.",
      measured: thread.after.share * 100, unit: "%",
      bound: .from((least.share * 1000).rounded() / 10, to: (most.share * 1000).rounded() / 10),
      provided: [
        Condition(
          "transistors went on growing, and faster than one thread",
          TrendData.transistors.after.isFaster(than: thread.after)),
        Condition(
          "the clock's frequency grew before 2005, and no more from then on",
          TrendData.frequency.before.isFaster(than: .none) && !TrendData.frequency.after.isFaster(than: .none)
        ),
      ],
      because:
        "one thread still gains that much a year, taking the best of each year (12 % over all chips, after 45 %), which can be "
        + "told from nothing and from the growth before 2005: slower, not flat. What went flat, even down, is the clock "
        + "frequency: from 33 % a year to -1 %")
  }

  // [00:32] [00:35] [00:38] The number of cores is the line that still rises: whoever uses them rises with it.
  fileprivate func claimConcurrency(_ machine: Machine, _ comparison: Comparison?) {
    let statement = "The only way to stay on the rising line is concurrency over many cores."
    guard let comparison, let threads = comparison[Techniques.threads], machine.obstacle == nil else {
      return cannotMeasure(
        "many-cores", at: "00:32", statement, because: machine.obstacle ?? "there are no threads")
    }
    if comparison.obstacle == nil { showSweep(machine, comparison) }
    claimOnCores(
      "many-cores", at: "00:32", statement, machine, comparison, measured: comparison.speedUp(threads),
      unit: "×",
      bound: machine.speedUp,
      provided: [
        Condition(
          "the number of cores on a chip grows faster than one thread does",
          TrendData.cores.after.isFaster(than: TrendData.singleThread.after))
      ], disturbed: comparison.disturbance(threads),
      because:
        "\(machine.cores.count) threads over one, for a job that shares nothing; the cores of a chip grew by 27 % a year"
    )
  }

  /// The same job on ever more threads, also on more than there are cores.
  private func showSweep(_ machine: Machine, _ comparison: Comparison) {
    let points = machine.workers(upTo: 4 * machine.cores.count).map { workers in
      progress("measuring: \(workers) \(workers == 1 ? "thread" : "threads") …")
      let run = try? Techniques.threads.compute(comparison.job, workers: workers)
      let speedUp = run.map { comparison.inTurn.computing.wall / $0.wall }
      return (x: Double(workers), y: speedUp ?? .nan)
    }
    show(
      .curve(
        id: "workers", title: "The same job on ever more threads", x: .init("threads", scale: .logarithmic),
        y: .init("speed-up", unit: "×"),
        series: [
          .init("measured", points),
          .init(
            "a core for each, while there are any",
            points.map { ($0.x, min($0.x, Double(machine.cores.count))) }),
        ]))
  }
}
