import Foundation
import XCTest

@testable import CoreUsage

/// The published figures, and the growth that the lesson reads from them.
final class TrendTests: XCTestCase {
  func testGrowthOfASeriesThatGrowsByAFixedRateIsThatRate() {
    for rate in [-0.1, 0, 0.08, 0.45] {
      let series = TrendData.Series(
        label: "", points: (1990...2020).map { (Double($0), 100 * pow(1 + rate, Double($0 - 1990))) },
        published: (0, 0))
      XCTAssertEqual(series.before, rate, accuracy: 1e-9)
      XCTAssertEqual(series.after, rate, accuracy: 1e-9)
    }
  }

  func testYearsAreInOrderAndValuesPositive() {
    for series in TrendData.all {
      XCTAssertEqual(series.points.map(\.x), series.points.map(\.x).sorted(), series.label)
      XCTAssertTrue(series.points.allSatisfy { $0.y > 0 && (1986...2021).contains($0.x) }, series.label)
    }
  }

  /// Best of the year and all chips are different collections, but they tell the same story.
  func testTheBestOfEachYearGrowAboutAsAllChipsDo() {
    for series in TrendData.all {
      XCTAssertEqual(series.before, series.published.before, accuracy: 0.1, series.label)
      XCTAssertEqual(series.after, series.published.after, accuracy: 0.1, series.label)
    }
  }
}
