import Console
import Foundation

/// A round number: 1, 2 or 5 times a power of ten. They are counted: 1 has the index 0, 2 has 1, 10 has 3, 0.5 has -1.
struct RoundStep: Hashable {
  var index: Int

  init(index: Int) { self.index = index }

  /// The largest round number that is not above a positive one.
  init(atMost most: Double) {
    index = 3 * Int(log10(max(most, 1e-300)).rounded(.down))
    while next.value <= most * (1 + 1e-9) { index += 1 }
  }

  /// The smallest round number that is not below a positive one.
  init(atLeast least: Double) {
    self.init(atMost: least)
    while value < least * (1 - 1e-9) { index += 1 }
  }

  var next: RoundStep { RoundStep(index: index + 1) }
  var value: Double { multiple(1) }

  private var exponent: Int { Int((Double(index) / 3).rounded(.down)) }

  /// A multiple of the number; divided rather than multiplied by a fraction, so that 3 × 0.1 is 0.3.
  func multiple(_ times: Double) -> Double {
    let mantissa: Double = [1, 2, 5][index - 3 * exponent]
    return exponent >= 0
      ? times * mantissa * pow(10, Double(exponent)) : times * mantissa / pow(10, Double(-exponent))
  }

  /// A multiple of the step as text, with as many decimals as the step has.
  func label(_ value: Double, largest: Double) -> String {
    // In millions two ticks would read alike where the step is too fine for three digits.
    if exponent < -12 || (abs(value) >= 1e6 && self.value * 100 >= largest) { return NumberText.short(value) }
    return NumberText.fixed(value, decimals: max(0, -exponent))
  }
}
