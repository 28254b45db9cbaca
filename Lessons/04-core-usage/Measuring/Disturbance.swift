import Measurement

/// Why a run says less than it should: others had the cores, or the cores themselves were slower.
struct Disturbance {
  /// What is said of it, as a sentence without its full stop.
  var reason: String

  /// From which share of lost time on a run is disturbed.
  static let threshold = 0.04

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension Disturbance {
  /// Compares a run with one of the same job, and finds out whether anything disturbed either.
  ///
  /// - Parameter others: the share of the cores that others used meanwhile, from 0 to 1, where the system tells.
  init?(of run: Run, comparedWith base: Run, others: Double?) {
    let kept = max(run.usage.kept, base.usage.kept)
    let slower = base.computing > .zero ? run.computing / base.computing - 1 : 0
    if kept > Self.threshold {
      let share = others.map { " (others used \(Self.percent($0)) of the cores)" } ?? ""
      reason =
        "the machine was busy: for \(Self.percent(kept)) of the time the lesson's threads wanted a core and had none"
        + "\(share). Try again when the machine is idle"
    } else if slower > Self.threshold {
      reason =
        "a core of this machine does less when the others compute as well: the same job took "
        + "\(Self.percent(slower)) more CPU time. Cores share units (hyper-threads), heat, or a host; or they are not all alike"
    } else if let others, others > Self.threshold {
      reason =
        "the machine was busy: others used \(Self.percent(others)) of the cores. Try again when it is idle"
    } else {
      return nil
    }
  }
}
