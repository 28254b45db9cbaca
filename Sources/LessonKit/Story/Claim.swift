package import Console

/// What a lecture says, and how the workbook finds out whether it is so. A claim is a value: all claims of a lesson are known
/// without running it, and ``judged(by:isExact:lecture:)`` alone gives the verdict.
///
///     Claim(
///       "request-2-gets-shorter", at: "00:34", "Request 2 is answered a good deal sooner.", unit: "×",
///       measured: { $0.async.response(2) / $0.serial.response(2) }, bound: .atMost(0.6),
///       because: { "It was answered after \($0.async.response(2).inWholeMilliseconds)." })
package struct Claim<Evidence>: Sendable {
  /// What the value has to lie within. It may differ between virtual time, where nothing disturbs, and real time.
  package typealias BoundOf = @Sendable (_ evidence: Evidence, _ isExact: Bool) -> Bound

  /// Something that has to be true besides the measured value; of a list, all of it.
  package struct Condition: Sendable, ExpressibleByArrayLiteral {
    /// What is not true, as the end of the sentence "It is not true that …".
    let broken: @Sendable (Evidence, _ isExact: Bool) -> String?

    /// Something that is true or is not.
    package static func that(_ text: String, _ isMet: @escaping @Sendable (Evidence) -> Bool) -> Condition {
      Condition { evidence, _ in isMet(evidence) ? nil : text }
    }

    /// Another value within a bound of its own.
    package static func that(
      _ text: String, _ expected: Expected, _ value: @escaping @Sendable (Evidence) -> Double
    ) -> Condition {
      Condition { expected.bound($0, $1).contains(value($0)) ? nil : text }
    }
  }

  /// A bound as a claim states it.
  package struct Expected: Sendable {
    let bound: BoundOf

    /// The value itself in virtual time; in real time a range, or the value too if none is given.
    package static func exactly(_ value: Double, inRealTime range: ClosedRange<Double>? = nil) -> Expected {
      Expected { _, isExact in
        isExact ? .exactly(value) : range.map { .from($0.lowerBound, to: $0.upperBound) } ?? .exactly(value)
      }
    }

    /// No more than a value.
    package static func atMost(_ value: Double) -> Expected { Expected { _, _ in .atMost(value) } }

    /// No less than a value.
    package static func atLeast(_ value: Double) -> Expected { Expected { _, _ in .atLeast(value) } }

    /// From one value to another.
    package static func within(_ range: ClosedRange<Double>) -> Expected {
      Expected { _, _ in .from(range.lowerBound, to: range.upperBound) }
    }

    /// A bound that follows from a formula and from what the evidence says of the machine.
    package static func computed(_ bound: @escaping BoundOf) -> Expected { Expected(bound: bound) }
  }

  /// What has to be there for the claim to be measured at all; of a list, all of it.
  package struct Need: Sendable, ExpressibleByArrayLiteral {
    /// What is missing, as a sentence; `nil` if nothing is.
    let missing: @Sendable (Evidence, _ isExact: Bool) -> String?

    /// Real cores, threads or processes, which virtual time does not have.
    package static var realTime: Need {
      Need { _, isExact in isExact ? "This is about real time only; add --time real." : nil }
    }

    /// Something that the evidence names if it is missing.
    package static func unless(_ missing: @escaping @Sendable (Evidence) -> String?) -> Need {
      Need { evidence, _ in missing(evidence) }
    }
  }

  /// A name that is unique within the lesson, for example `request-3-takes-its-own-time`.
  package let id: String
  /// When the lecture says it, as `mm:ss`.
  package let at: String
  /// What it says, in the workbook's words.
  package let statement: String
  /// The unit of the measured value and of its bound.
  package let unit: String

  private let measured: @Sendable (Evidence) -> Double?
  private let expected: Expected
  private let condition: Condition
  private let need: Need
  /// The knobs that a reader can turn while the claim still says something; others take it out of the lecture's scenario.
  package let bears: Set<Knob.Name>
  private let corrected: @Sendable (Evidence) -> String?
  private let because: @Sendable (Evidence) -> String

  /// - Parameters:
  ///   - measured: the value, read from a part's evidence; `nil` if there was nothing to measure.
  ///   - bound: what the value has to lie within.
  ///   - condition: what has to be true besides; the first that is not is named in the verdict.
  ///   - need: what has to be there for a verdict; the first that is missing is named in its place.
  ///   - bears: the knobs that may be turned: whatever they are turned to, the claim has to be true.
  ///   - corrected: what is true in place of the lecture's statement, in sentences; `nil` where the statement stands.
  ///   - because: what was seen, in sentences that stand by themselves.
  package init(
    _ id: String, at: String, _ statement: String, unit: String,
    measured: @escaping @Sendable (Evidence) -> Double?, bound: Expected,
    provided condition: Condition = [], needs need: Need = [], bears: Set<Knob.Name> = [],
    corrected: @escaping @Sendable (Evidence) -> String? = { _ in nil },
    because: @escaping @Sendable (Evidence) -> String
  ) {
    self.id = id
    self.at = at
    self.statement = statement
    self.unit = unit
    self.measured = measured
    expected = bound
    self.condition = condition
    self.need = need
    self.bears = bears
    self.corrected = corrected
    self.because = because
  }

  /// Judges the claim.
  ///
  /// - Parameters:
  ///   - evidence: what a part found out.
  ///   - isExact: whether it was found out in virtual time.
  ///   - lecture: the id of the lecture that makes the claim.
  ///   - turned: the knobs that were turned.
  func judged(
    by evidence: Evidence, isExact: Bool, lecture: String, turned: Set<Knob.Name> = []
  ) -> ClaimRecord {
    var record = ClaimRecord(
      id: id, lecture: lecture, at: at, statement: statement, measured: nil, unit: unit, bound: Bound(),
      verdict: .notMeasured, because: "")
    guard turned.isSubset(of: bears) else {
      record.because = ClaimRecord.needsLecturesScenario
      return record
    }
    if let missing = need.missing(evidence, isExact) {
      record.because = missing
      return record
    }
    record.bound = expected.bound(evidence, isExact)
    guard let value = measured(evidence), value.isFinite else {
      record.because = "There was nothing to measure."
      return record
    }
    record.measured = value
    let broken = condition.broken(evidence, isExact)
    let isProven = record.bound.contains(value) && broken == nil
    let correction = corrected(evidence)
    record.verdict = !isProven ? .fails : correction == nil ? .holds : .corrected
    record.because = broken.map { "It is not true that \($0)." } ?? correction ?? because(evidence)
    return record
  }

  /// The claim as it stands without a run.
  func unjudged(lecture: String) -> ClaimRecord {
    ClaimRecord(
      id: id, lecture: lecture, at: at, statement: statement, measured: nil, unit: unit, bound: Bound(),
      verdict: .notMeasured, because: "The lesson has not been run.")
  }
}

extension Claim.Condition {
  package init(arrayLiteral all: Self...) {
    broken = { evidence, isExact in all.lazy.compactMap { $0.broken(evidence, isExact) }.first }
  }
}

extension Claim.Need {
  package init(arrayLiteral all: Self...) {
    missing = { evidence, isExact in all.lazy.compactMap { $0.missing(evidence, isExact) }.first }
  }
}

extension ClaimRecord {
  /// Why a claim is not judged where knobs were turned that it does not bear.
  static let needsLecturesScenario = "It needs the lecture's scenario."
}
