import Foundation
import XCTest

@testable import Measurement

/// Shares of a machine, and the lanes of its cores, from samples written by hand.
final class UtilizationTests: XCTestCase {
  private func sample(
    _ worker: Int, _ core: Int?, _ start: Int, _ end: Int, cpu: Int, without: Int? = nil
  ) -> CoreSample {
    CoreSample(
      worker: worker, core: core, start: .milliseconds(100 + start), end: .milliseconds(100 + end),
      cpu: .milliseconds(cpu), withoutCore: without.map { .milliseconds($0) })
  }

  func testCoresBusyAreCPUTimeOverWallTime() {
    let run = Utilization(samples: [sample(0, 0, 0, 20, cpu: 20), sample(1, 1, 10, 20, cpu: 10)])
    XCTAssertEqual(run.wall, .milliseconds(20))
    XCTAssertEqual(run.coresBusy, 1.5)
    XCTAssertEqual(Utilization(samples: []).coresBusy, 0)
  }

  func testACoreThatARunWasReadyToUseCountsAsKeptBusy() {
    let run = Utilization(samples: [
      sample(0, 0, 0, 20, cpu: 20, without: 0), sample(1, 0, 0, 20, cpu: 5, without: 15),
    ])
    XCTAssertEqual(run.coresBusy, 1.25)
    XCTAssertEqual(run.coresLacking, 0.75)
    XCTAssertEqual(run.coresKeptBusy, 2)
  }

  func testAThreadThatNeitherRanNorWasReadyKeepsNothingBusy() {
    let run = Utilization(samples: [
      sample(0, 0, 0, 20, cpu: 10, without: 0), sample(1, 1, 0, 20, cpu: 10, without: 0),
    ])
    XCTAssertEqual(run.coresKeptBusy, 1)
  }

  func testWhereTheSystemDoesNotTellWhoWasReadyItIsUnknown() {
    let run = Utilization(samples: [sample(0, 0, 0, 20, cpu: 10, without: 10), sample(1, 1, 0, 20, cpu: 10)])
    XCTAssertNil(run.withoutCore)
    XCTAssertNil(run.coresLacking)
    XCTAssertEqual(run.coresKeptBusy, 1)
  }

  func testWhatTheHostTookCountsOnlyAsFarAsItIsMissing() {
    let samples = [sample(0, 0, 0, 20, cpu: 12, without: 2)]
    for (stolen, lost) in [(0, 2), (3, 5), (6, 8), (50, 8)] {
      let run = Utilization(samples: samples, stolen: .milliseconds(stolen))
      XCTAssertEqual(run.withoutCore, .milliseconds(lost))
    }
  }

  func testALaneShowsWhenItsCoreComputedAndAnIdleCoreHasAnEmptyOne() {
    let run = Utilization(samples: [
      sample(0, 0, 0, 10, cpu: 10), sample(0, 0, 10, 20, cpu: 10), sample(0, 1, 30, 40, cpu: 10),
    ])
    XCTAssertEqual(
      run.timeline(cores: [0, 1, 2]),
      Timeline(lanes: [
        Lane("core 0", spans: [Span(.work, from: .zero, to: .milliseconds(20))]),
        Lane("core 1", spans: [Span(.work, from: .milliseconds(30), to: .milliseconds(40))]),
        Lane("core 2"),
      ]))
  }

  func testAPieceThatHadNoCoreMostOfTheTimeIsNotShownAsWork() {
    XCTAssertEqual(
      Utilization(samples: [sample(0, 0, 0, 10, cpu: 2)]).timeline(cores: [0]).lanes, [Lane("core 0")])
  }

  func testWhereNobodyTellsCoresTheLanesAreThreads() {
    let run = Utilization(samples: [sample(7, nil, 0, 10, cpu: 10), sample(9, nil, 0, 10, cpu: 10)])
    XCTAssertEqual(run.timeline(cores: [0, 1]).lanes.map(\.label), ["thread 1", "thread 2"])
    XCTAssertEqual(run.timeline(cores: [0, 1]).peakConcurrency(of: .work), 2)
  }

  func testASampleIsOfTheThreadThatTookIt() throws {
    let (result, sample) = CoreSample.take { (0..<10_000).reduce(0, +) }
    XCTAssertEqual(result, 49_995_000)
    XCTAssertEqual(sample.worker >> 32, Int(ProcessInfo.processInfo.processIdentifier))
    XCTAssertEqual(CoreSample.take {}.sample.worker, sample.worker)
    XCTAssertGreaterThan(sample.cpu, .zero)
    XCTAssertGreaterThanOrEqual(sample.end, sample.start)
    XCTAssertEqual(try JSONDecoder().decode(CoreSample.self, from: JSONEncoder().encode(sample)), sample)
  }
}
