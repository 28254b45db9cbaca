import Foundation

/// A round number: 1, 2 or 5 times a power of ten.
struct RoundStep: Hashable {
  private var mantissa: Double
  private var exponent: Int

  /// The smallest round number that is not below a positive one.
  init(atLeast least: Double) {
    self.init(atMost: least)
    while value < least * (1 - 1e-9) { self = next }
  }

  /// The largest round number that is not above a positive one.
  init(atMost most: Double) {
    exponent = Int(log10(max(most, 1e-300)).rounded(.down))
    mantissa = 1
    while next.value <= most * (1 + 1e-9) { self = next }
  }

  private init(_ mantissa: Double, _ exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  var next: RoundStep {
    switch mantissa {
    case 1: RoundStep(2, exponent)
    case 2: RoundStep(5, exponent)
    default: RoundStep(1, exponent + 1)
    }
  }

  var value: Double { Self.value(mantissa, exponent) }

  /// So many times the number; divided rather than multiplied by a fraction, so that 3 × 0.1 is 0.3.
  func multiple(_ times: Double) -> Double {
    exponent >= 0 ? times * value : times * mantissa / pow(10, Double(-exponent))
  }

  /// A multiple of the step as text, with as many decimals as the step has.
  func label(_ value: Double, largest: Double) -> String {
    // In millions two ticks would read alike where the step is too fine for three digits.
    if exponent < -12 || (abs(value) >= 1e6 && self.value * 100 >= largest) { return NumberText.short(value) }
    return NumberText.fixed(value, decimals: max(0, -exponent))
  }

  static func value(_ mantissa: Double, _ exponent: Int) -> Double {
    exponent >= 0 ? mantissa * pow(10, Double(exponent)) : mantissa / pow(10, Double(-exponent))
  }
}
