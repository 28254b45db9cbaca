import LessonKit
import Measurement

/// What the measurements say of the lecture's claims; which claims, stands in the files `Claims+….swift`.
struct Claims {
  let part: Part
  let measured: Measured
  let isExact: Bool

  /// Judges a claim. Where it would fail and others had the machine meanwhile, it is left open.
  func judge(
    _ id: String, at: String, _ statement: String, measured value: Double?, unit: String,
    inVirtualTime exact: Bound,
    inRealTime bound: Bound, provided conditions: [Condition] = [], because: String
  ) {
    let bound = isExact ? exact : bound
    guard let value, value.isFinite else {
      return part.cannotMeasure(
        id, at: at, statement, because: "no answer came in time, so that there is nothing to compare")
    }
    let holds = bound.contains(value) && conditions.allSatisfy(\.isMet)
    if !holds, measured.taken > 0.1 {
      return part.cannotMeasure(
        id, at: at, statement,
        because:
          "the machine was busy: others had \(Int((measured.taken * 100).rounded())) % of its cores. Try again when "
          + "it is idle, or with --time virtual")
    }
    part.claim(
      id, at: at, statement, measured: value, unit: unit, bound: bound, provided: conditions, because: because
    )
  }

  func capacity(_ discipline: Discipline) -> Double { Double(measured[discipline].capacity) }

  /// How many times as many users one serves as another; `nil` if that one serves none.
  func ratio(_ one: Double, _ other: Double) -> Double? { other > 0 ? one / other : nil }

  /// The time of a page for one user alone, over that of the server that answers one at a time.
  func alone(_ discipline: Discipline) -> Double? {
    guard let own = measured[discipline][1]?.median, let other = measured[.oneAtATime][1]?.median else {
      return nil
    }
    return own / other
  }
}

extension Sample {
  /// How long half of those with an answer waited at most; `nil` if there is none.
  var median: Duration? { responseTimes.isEmpty ? nil : responseTimes[(responseTimes.count - 1) / 2] }
}
