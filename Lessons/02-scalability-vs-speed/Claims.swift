import LessonKit
import Measurement
import Serving

/// What the measurements say of the lecture's claims; which claims, stands in the files `Claims+….swift`.
struct Claims {
  let part: Part
  let isExact: Bool
  /// The share of the cores that others had while it was measured; of no account in virtual time.
  let taken: Double

  /// Judges a claim. Where it would fail and others had the machine meanwhile, it is left open.
  func judge(
    _ id: String, at: String, _ statement: String, measured value: Double?, unit: String,
    inVirtualTime exact: Bound, inRealTime bound: Bound, provided conditions: [Condition] = [],
    because: String
  ) {
    let bound = isExact ? exact : bound
    guard let value, value.isFinite else {
      return part.cannotMeasure(
        id, at: at, statement, because: "no answer came in time, so that there is nothing to compare")
    }
    let holds = bound.contains(value) && conditions.allSatisfy(\.isMet)
    if !holds, !isExact, taken > 0.1 {
      return part.cannotMeasure(
        id, at: at, statement,
        because:
          "the machine was busy: others had \(Int((taken * 100).rounded())) % of its cores. Try again when "
          + "it is idle, or with --time virtual")
    }
    part.claim(
      id, at: at, statement, measured: value, unit: unit, bound: bound, provided: conditions, because: because
    )
  }

  /// How many times as large one is as another; `nil` where that is zero.
  func ratio(_ one: Int, _ other: Int) -> Double? { other > 0 ? Double(one) / Double(other) : nil }

  /// The time of a page for one user alone (the median), over that of the server that answers one at a time.
  func alone(_ discipline: Discipline, _ ramps: Ramps) -> Double? {
    guard let own = ramps[discipline][1], let other = ramps[.oneAtATime][1], own.answered > 0,
      other.answered > 0
    else { return nil }
    return own.responseTimes.percentile(0.5) / other.responseTimes.percentile(0.5)
  }
}
