import Console
import XCTest

final class NumberTextTests: XCTestCase {
  func testThreeSignificantDigits() {
    let cases: [(value: Double, text: String)] = [
      (0, "0"), (-0.0, "0"), (0.25, "0.25"), (1.3, "1.3"), (1.0203, "1.02"), (12.5, "12.5"), (12.345, "12.3"),
      (205, "205"), (205.4, "205"), (0.1 + 0.2, "0.3"), (0.00123456, "0.00123"), (1e-9, "0.000000001"),
      (-3.14159, "-3.14"), (-0.05, "-0.05"),
    ]
    for (value, text) in cases { XCTAssertEqual(NumberText.short(value), text, "\(value)") }
  }

  func testRoundingCarriesOverToTheNextDigit() {
    let cases: [(value: Double, text: String)] = [
      (0.9996, "1"), (9.996, "10"), (99.96, "100"), (999.6, "1,000"), (999_999.4, "999,999"),
      (999_999.7, "1 M"),
      (999.6e6, "1 G"), (0.09999, "0.1"),
    ]
    for (value, text) in cases { XCTAssertEqual(NumberText.short(value), text, "\(value)") }
  }

  func testThousandsAreSeparatedAndMillionsCounted() {
    let cases: [(value: Double, text: String)] = [
      (1200, "1,200"), (1234, "1,234"), (-12_345.6, "-12,346"), (100_000, "100,000"), (1_200_000, "1.2 M"),
      (-1_234_567, "-1.23 M"), (58_200_000_000, "58.2 G"), (2.5e12, "2.5 T"), (1e300, "> 999 E"),
      (-.greatestFiniteMagnitude, "< -999 E"), (.leastNonzeroMagnitude, "0"), (Double(Int.max), "9.22 E"),
    ]
    for (value, text) in cases { XCTAssertEqual(NumberText.short(value), text, "\(value)") }
  }

  func testUnitFollowsAfterASpace() {
    XCTAssertEqual(NumberText.short(1.0203, unit: "×"), "1.02 ×")
    XCTAssertEqual(NumberText.short(205, unit: "ms"), "205 ms")
    XCTAssertEqual(NumberText.short(8.33, unit: "%"), "8.33 %")
  }

  func testWhatIsNotFiniteIsADash() {
    for value in [Double.nan, .infinity, -.infinity] {
      XCTAssertEqual(NumberText.short(value, unit: "ms"), "-")
    }
  }
}
