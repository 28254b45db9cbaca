import Console
import Figures
import LessonKit
import Measurement

extension Telling {
  /// Shows what each technique did, and says what that means.
  func show(_ comparison: Comparison) {
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
