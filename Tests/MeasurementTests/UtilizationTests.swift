import Dispatch
import XCTest

@testable import Measurement

/// Shares of a machine, and the lanes of its cores, from samples written by hand.
final class UtilizationTests: XCTestCase {
  private func sample(_ worker: Int, _ core: Int?, _ start: Int, _ end: Int, cpu: Int) -> CoreSample {
    CoreSample(
      worker: worker, core: core, start: .milliseconds(start), end: .milliseconds(end),
      cpu: .milliseconds(cpu))
  }

  func testTheShareIsCPUTimeOverWallTimeOverCores() {
    let run = Utilization(wall: .seconds(2), cpu: .seconds(3))
    XCTAssertEqual(run.share(ofCores: 2), 0.75)
    XCTAssertEqual(run.share(ofCores: 12), 0.125)
    XCTAssertEqual(Utilization(wall: .zero, cpu: .zero).share(ofCores: 2), 0)
  }

  func testKeptIsTheTimeThatTheUnluckiestWorkerWasWithoutACore() {
    let run = Utilization(
      wall: .milliseconds(20), cpu: .milliseconds(25),
      samples: [sample(0, 0, 0, 20, cpu: 10), sample(1, 1, 0, 20, cpu: 15)])
    XCTAssertEqual(run.kept, 0.5, accuracy: 1e-12)
    XCTAssertEqual(Utilization(wall: .seconds(1), cpu: .seconds(1)).kept, 0)
  }

  func testALaneShowsWhenItsCoreComputedAndAnIdleCoreHasAnEmptyOne() {
    let run = Utilization(
      wall: .milliseconds(40), cpu: .milliseconds(30),
      samples: [
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
    let run = Utilization(
      wall: .milliseconds(10), cpu: .milliseconds(2), samples: [sample(0, 0, 0, 10, cpu: 2)])
    XCTAssertEqual(run.timeline(cores: [0]).lanes, [Lane("core 0")])
  }

  func testWhereNobodyTellsCoresTheLanesAreWorkers() {
    let run = Utilization(
      wall: .milliseconds(10), cpu: .milliseconds(20),
      samples: [sample(0, nil, 0, 10, cpu: 10), sample(1, nil, 0, 10, cpu: 10)])
    XCTAssertEqual(run.timeline(cores: [0, 1]).lanes.map(\.label), ["worker 1", "worker 2"])
    XCTAssertEqual(run.timeline(cores: [0, 1]).peakConcurrency(of: .work), 2)
  }

  func testASampleIsOfTheThreadThatTookIt() {
    let (result, sample) = CoreSample.take(worker: 3, since: .now()) { (0..<10_000).reduce(0, +) }
    XCTAssertEqual(result, 49_995_000)
    XCTAssertEqual(sample.worker, 3)
    XCTAssertGreaterThan(sample.cpu, .zero)
    XCTAssertGreaterThanOrEqual(sample.end, sample.start)
  }
}
