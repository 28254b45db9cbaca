import LessonKit
import Measurement
import Platform
import Report

/// What a claim about many cores needs to know of the machine.
struct Machine {
  var cores: AvailableCores
  var isExact: Bool

  /// The share of a perfect speed-up that a run without disturbance reaches: the compiler's checks of a debug build, and starting
  /// and ending, cost the rest.
  static var attainable: Double {
    #if DEBUG
      0.85
    #else
      0.9
    #endif
  }

  /// The speed-up of what does not help: none, but for what two runs of the same job may differ by.
  static let noHelp = Bound.from(0.85, to: 1.15)

  /// The speed-up, in times, that all cores together owe, and no more than they can give.
  var speedUp: Bound {
    let count = Double(cores.count)
    return .from(
      (count * Self.attainable * 100).rounded() / 100, to: (count * Self.noHelp.max! * 100).rounded() / 100)
  }

  /// 1, 2, 4, 8 … workers, the number of cores, and the end.
  func workers(upTo end: Int) -> [Int] {
    var counts: Set = [1, cores.count, end]
    var count = 2
    while count < end {
      counts.insert(count)
      count *= 2
    }
    return counts.sorted()
  }

  /// Why nothing can be said about many cores here; `nil` where it can.
  var obstacle: String? {
    if isExact {
      return "virtual time has no cores: this is about real ones. Run the lesson with --time real"
    }
    guard cores.count > 1 else {
      return
        "this process may use one core only, and with one core there is nothing to spread (\(cores.explanation))"
    }
    return nil
  }
}

extension Part {
  /// Judges a claim about many cores, unless it cannot be measured here.
  ///
  /// - Parameters:
  ///   - machine: how many cores there are; in virtual time and with one core there is no verdict but `not measured`.
  ///   - comparison: what the value comes from; where others used most of the machine meanwhile, a value within its bound
  ///     would be luck.
  ///   - disturbance: what the machine did to the run. It excuses a value out of bounds, and never turns one into a success.
  func claimOnCores(
    _ id: String, at: String, _ statement: String, _ machine: Machine, _ comparison: Comparison?,
    measured: Double, unit: String = "", bound: Bound, provided conditions: [Condition] = [],
    disturbed disturbance: Disturbance?, because: String
  ) {
    if let obstacle = machine.obstacle ?? comparison?.obstacle {
      return cannotMeasure(id, at: at, statement, because: obstacle)
    }
    claim(
      id, at: at, statement, measured: measured, unit: unit, bound: bound, provided: conditions,
      disturbed: disturbance, because: because)
  }

  /// Judges a claim by what was measured, unless something disturbed the measurement and it does not hold.
  ///
  /// - Parameter disturbance: looked at only where the claim does not hold.
  func claim(
    _ id: String, at: String, _ statement: String, measured: Double, unit: String = "", bound: Bound,
    provided conditions: [Condition] = [], disturbed disturbance: @autoclosure () -> Disturbance?,
    because: String
  ) {
    let holds = bound.contains(measured) && conditions.allSatisfy(\.isMet)
    if !holds, let disturbance = disturbance() {
      return cannotMeasure(id, at: at, statement, because: disturbance.reason)
    }
    claim(
      id, at: at, statement, measured: measured, unit: unit, bound: bound, provided: conditions,
      because: because)
  }
}
