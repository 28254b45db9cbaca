import Platform
import XCTest

@testable import Serving

final class HistogramTests: XCTestCase {
  func testPercentilesAreNearestRankWithinTheWidthOfABucket() {
    var histogram = Histogram()
    for value in stride(from: 1000, through: 1, by: -1) { histogram.record(.microseconds(value)) }
    for (share, rank) in [
      (0.0, 1), (0.001, 1), (0.5, 500), (0.9, 900), (0.99, 990), (0.999, 999), (1.0, 1000),
    ] {
      let ratio = histogram.percentile(share) / .microseconds(rank)
      XCTAssertGreaterThanOrEqual(ratio, 1, "\(share)")
      XCTAssertLessThanOrEqual(ratio, 1 + 1.0 / 128, "\(share)")
    }
    XCTAssertEqual(histogram.percentile(1), .microseconds(1000))
    XCTAssertEqual(histogram.count, 1000)
    XCTAssertEqual(histogram.mean, .nanoseconds(500_500))
    XCTAssertEqual(histogram.shortest, .microseconds(1))
  }

  func testEveryMagnitudeKeepsItsPrecision() {
    for exponent in 0..<62 {
      for value in [1 << exponent, (1 << exponent) + (1 << exponent) / 3, (1 << exponent) * 2 - 1].map(
        Int64.init)
      {
        var histogram = Histogram()
        histogram.record(.zero)
        histogram.record(.nanoseconds(value))
        histogram.record(.seconds(9_000_000_000))
        let found = histogram.percentile(0.5).inNanoseconds
        XCTAssertGreaterThanOrEqual(found, UInt64(value))
        XCTAssertLessThanOrEqual(Double(found), Double(value) * (1 + 1.0 / 128), "\(value)")
      }
    }
  }

  func testOneValueIsExact() {
    var histogram = Histogram()
    histogram.record(.nanoseconds(50_123_457))
    XCTAssertEqual(histogram.percentile(0.99), .nanoseconds(50_123_457))
  }

  func testNothingIsZero() {
    XCTAssertEqual(Histogram().percentile(0.99), .zero)
    XCTAssertEqual(Histogram().mean, .zero)
  }

  func testTwoTogetherAreAsOne() {
    var (together, odd, even) = (Histogram(), Histogram(), Histogram())
    for value in 1...999 {
      together.record(.microseconds(value * value))
      if value.isMultiple(of: 2) {
        even.record(.microseconds(value * value))
      } else {
        odd.record(.microseconds(value * value))
      }
    }
    even.add(odd)
    XCTAssertEqual(even, together)
    even.add(Histogram())
    XCTAssertEqual(even, together)
  }
}
