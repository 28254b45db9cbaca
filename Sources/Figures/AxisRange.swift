import Console
import Foundation

/// From where to where an axis goes, and where its ticks are: at round numbers (1, 2 or 5 times a power of ten).
struct AxisRange: Hashable {
  struct Tick: Hashable {
    var value: Double
    /// Where on the axis: 0 at its lower end, 1 at its upper.
    var fraction: Double
    var label: String
  }

  var lower: Double
  var upper: Double
  var scale: Scale

  /// An axis that ends where the values end; from zero where zero is near, relative to the values' spread.
  static func fitting(_ values: [Double], _ scale: Scale) -> AxisRange {
    guard scale == .linear, let least = values.min(), let most = values.max(), (least, most) != (0, 0) else {
      return rounded(values, scale)
    }
    let margin = least < most ? 0 : abs(least) / 2
    let isNearZero = least > 0 && least <= most / 4
    return AxisRange(lower: isNearZero ? 0 : least - margin, upper: most + margin, scale: scale)
  }

  /// An axis that ends at round numbers and, where it is linear, contains zero: lengths on it can be compared.
  static func rounded(_ values: [Double], _ scale: Scale) -> AxisRange {
    switch scale {
    case .linear:
      let lower = min(values.min() ?? 0, 0)
      let upper = max(values.max() ?? 0, 0)
      guard lower < upper else { return AxisRange(lower: 0, upper: 1, scale: scale) }
      let step = RoundStep(atLeast: (upper - lower) / 5).value
      return AxisRange(
        lower: (lower / step + 1e-9).rounded(.down) * step,
        upper: (upper / step - 1e-9).rounded(.up) * step, scale: scale)
    case .logarithmic:
      let lower = RoundStep(atMost: values.min() ?? 1).value
      let upper = RoundStep(atLeast: values.max() ?? 10).value
      return lower < upper
        ? AxisRange(lower: lower, upper: upper, scale: scale)
        : AxisRange(lower: lower / 10, upper: upper * 10, scale: scale)
    }
  }

  /// Where on the axis a value is: 0 at its lower end, 1 at its upper. An axis without extent has only its lower end.
  func fraction(of value: Double) -> Double {
    let extent = scale.distance(upper) - scale.distance(lower)
    guard extent > 0 else { return 0 }
    return min(max((scale.distance(value) - scale.distance(lower)) / extent, 0), 1)
  }

  /// The ticks with the finest round step that makes no more than `count` of them (but one, where there is any).
  func ticks(atMost count: Int) -> [Tick] {
    let count = max(count, 1)
    guard upper > lower else { return [tick(lower, text(lower))] }
    guard scale == .logarithmic else { return linearTicks(atMost: count) }
    let (first, last) = (RoundStep(atLeast: lower).index, RoundStep(atMost: upper).index)
    // 1, 2, 5, 10 where there is room; else powers of ten, every one or every few.
    let extent = last - first
    let powers = stride(from: max(3, extent / (count + 1) / 3 * 3), through: max(3, extent), by: 3)
    for every in ((1..<count).contains(extent) ? [1] : []) + Array(powers) {
      let begin = Int((Double(first) / Double(every)).rounded(.up)) * every
      let values = stride(from: begin, through: last, by: every).map { RoundStep(index: $0).value }
      if (1...count).contains(values.count) { return values.map { tick($0, NumberText.short($0)) } }
    }
    return linearTicks(atMost: count)
  }

  private func linearTicks(atMost count: Int) -> [Tick] {
    var step = RoundStep(atLeast: (upper - lower) / Double(count))
    while true {
      // A hair's breadth of tolerance: 0.3 is not quite three times 0.1.
      let first = (lower / step.value - 1e-9).rounded(.up)
      let last = (upper / step.value + 1e-9).rounded(.down)
      if last - first < Double(count) {
        guard first <= last else { return [tick(lower, text(lower))] }
        return (0...Int(last - first)).map {
          let value = step.multiple(first + Double($0))
          let label = step.label(value, largest: max(abs(lower), abs(upper)))
          return tick(value, isOfYears ? label.filter { $0 != "," } : label)
        }
      }
      step = step.next
    }
  }

  /// Whether all numbers on the axis have four digits: years, most of the time, which are written without a separator.
  private var isOfYears: Bool { scale == .linear && lower >= 1000 && upper < 10_000 }

  /// A value of the axis as text, as the ticks would have it.
  func text(_ value: Double, unit: String = "") -> String {
    let text = NumberText.short(value, unit: unit)
    return isOfYears ? text.filter { $0 != "," } : text
  }

  private func tick(_ value: Double, _ label: String) -> Tick {
    Tick(value: value, fraction: fraction(of: value), label: label)
  }
}
