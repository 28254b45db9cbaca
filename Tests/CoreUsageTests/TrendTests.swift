import Console
import Foundation
import XCTest

@testable import CoreUsage
@testable import LessonKit

/// The published figures, and the growth that the lesson reads from them.
final class TrendTests: XCTestCase {
  func testGrowthOfASeriesThatGrowsByAFixedRateIsThatRate() {
    for rate in [-0.1, 0, 0.08, 0.45] {
      let series = TrendData.Series(
        label: "", points: (1990...2020).map { (Double($0), 100 * pow(1 + rate, Double($0 - 1990))) },
        published: .clock)
      XCTAssertEqual(series.before.share, rate, accuracy: 1e-9)
      XCTAssertEqual(series.after.share, rate, accuracy: 1e-9)
    }
  }

  func testTheErrorOfASlopeIsThatOfTheTextbook() {
    // Logarithms 0, 1, 1, 2 and years 0 … 3: slope 3/5, residues 0.1, -0.5 … squared in all 1/5, over 2 and over 5.
    let growth = Growth(of: zip([0, 1, 2, 3], [0, 1, 1, 2]).map { ($0.0, exp($0.1)) })
    XCTAssertEqual(growth.slope, 0.6, accuracy: 1e-12)
    XCTAssertEqual(growth.error, (0.2 / 2 / 5).squareRoot(), accuracy: 1e-12)
  }

  func testGrowthIsFasterOnlyBeyondChance() {
    let growth = Growth(slope: 0.1, error: 0.04)
    XCTAssertTrue(growth.isFaster(than: .none))
    XCTAssertFalse(growth.isFaster(than: Growth(slope: 0.025, error: 0)))
    XCTAssertFalse(growth.isFaster(than: Growth(slope: 0, error: 0.04)))
    XCTAssertFalse(Growth.none.isFaster(than: .none))
  }

  /// The correction rests on the figures: with others, one thread would have gone flat, or on as before.
  func testAnotherHistoryWouldNotProveTheCorrection() throws {
    for (after, verdict) in [(0.08, Verdict.corrected), (0, .fails), (-0.05, .fails), (0.45, .fails)] {
      // A thread that grew by 45 % a year until 2005, and by another rate from then on.
      let points = (1990...2020).map { year in
        // Even years are a little better than odd ones, so that nothing is exact.
        let noise = year % 2 == 0 ? 1.1 : 1 / 1.1
        let value = pow(1.45, Double(min(year, 2005) - 1990)) * pow(1 + after, Double(max(year, 2005) - 2005))
        return (x: Double(year), y: 100 * value * noise)
      }
      let thread = TrendData.Series(label: "", points: points, published: .singleThread)
      let evidence = Chart.Evidence(singleThread: thread, cores: 2)
      let claim = Chart.claims[0].judged(by: evidence, isExact: true, lecture: "")
      XCTAssertEqual(claim.verdict, verdict, "\(after): \(claim.measured ?? .nan) in \(claim.bound)")
    }
  }

  /// A program on all cores gains from the growth of both lines.
  func testAllCoresStayOnTheLineOfTheTransistors() {
    XCTAssertEqual(Trend.allCores.from2005, 1.12 * 1.27 - 1, accuracy: 1e-12)
    XCTAssertEqual(Trend.allCores.from2005, Trend.transistors.from2005, accuracy: 0.02)
    XCTAssertEqual(Trend.singleThread.gain(after: 10), pow(1.12, 10), accuracy: 1e-12)
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
      XCTAssertEqual(series.before.share, series.published.to2005, accuracy: 0.1, series.label)
      XCTAssertEqual(series.after.share, series.published.from2005, accuracy: 0.1, series.label)
    }
  }
}
