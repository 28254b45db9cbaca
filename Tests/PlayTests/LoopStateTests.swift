import EventLoop
import Measurement
import Queueing
import Workbook
import Workload
import XCTest

@testable import SerialVersusAsync
@testable import play

/// The rules of the loop: what a choice does, and that a reader who always chooses right is the loop.
final class LoopStateTests: XCTestCase {
  private let named = GameEntry.all[0].rounds.map { LoopRound.named($0.name)! }
  private let drawn = (0..<200).map { LoopRound(.init(seed: $0, requests: 2 + $0 % 4)) }

  func testTheFirstRoundIsTheLecturesPicture() {
    let (ours, lectures) = (named[0].requests, ThreeRequests.atOnce)
    XCTAssertEqual(ours.map(\.label), lectures.map(\.label))
    XCTAssertEqual(ours.map { $0.steps.map(\.duration) }, lectures.map { $0.steps.map(\.duration) })
    XCTAssertEqual(ours.map { $0.steps.map(\.kind) }, lectures.map { $0.steps.map(\.kind) })
  }

  func testWhoAlwaysChoosesRightIsTheModelsLoop() {
    for round in named + drawn {
      let state = LoopState.loops(round)
      let pool = Pool(workers: 1, waiting: .keepsWorkerIn(round.blocking))
      let expected = pool.timeline(of: round.requests)
      XCTAssertEqual(state.timeline.responseTimes, expected.responseTimes, round.title)
      for (lane, model) in zip(state.timeline.lanes, expected.lanes) {
        XCTAssertEqual(
          merged(lane.spans.map { (kind($0.kind), $0.start, $0.end) }),
          merged(model.spans.map { (kind($0.kind), $0.start, $0.end) }), "\(round.title): \(lane.label)")
      }
      XCTAssertTrue(state.moves.allSatisfy { $0.isLoops && $0.kept.isEmpty })
    }
  }

  func testWhoAlwaysChoosesRightIsTheEventLoopItself() throws {
    for round in named + drawn {
      let loop = EventLoop(time: .virtual)
      let times = try loop.run {
        let tasks = round.requests.map { request in
          Task(executorPreference: loop) {
            try await loop.sleep(until: .init(offset: request.arrival))
            for step in request.steps {
              if step.kind == .work {
                loop.work(for: step.duration)
              } else if round.blocking.contains(step.name) {
                loop.block(for: step.duration)
              } else {
                try await loop.sleep(for: step.duration)
              }
            }
            return loop.clock.now.offset - request.arrival
          }
        }
        var times: [Duration] = []
        for task in tasks { times.append(try await task.value) }
        return times
      }
      XCTAssertEqual(LoopState.loops(round).timeline.responseTimes, times, round.title)
    }
  }

  func testWhoStaysWithEveryRequestIsTheSerialServer() {
    for round in [named[0], named[2]] {
      var state = LoopState(round)
      for request in 0..<3 {
        while state.departure(request) == nil { state.choose(.run(request)) }
      }
      XCTAssertTrue(state.isOver)
      XCTAssertEqual(state.timeline.responseTimes, Prediction.serialResponseTimes(of: round.requests))
      XCTAssertTrue(state.timeline.spans(.wait).isEmpty, "the thread was held all the time")
    }
  }

  /// Whatever is chosen, the thread does one thing at a time, no work gets lost, and the rows have no gaps.
  func testNoChoiceBreaksTheRules() {
    for (seed, round) in (named + drawn).enumerated() {
      var random = SplitMix64(seed: UInt64(seed))
      var state = LoopState(round)
      while !state.isOver {
        let choices = (0..<state.count).flatMap { [LoopState.Choice.run($0), .sleep(until: $0)] }
        state.choose(choices.randomElement(using: &random)!)
      }
      var held: [Span] = []
      for (lane, request) in zip(state.timeline.lanes, round.requests) {
        XCTAssertEqual(lane.time(in: .work), request.work)
        XCTAssertEqual(lane.ownTime, request.ownTime)
        XCTAssertEqual(lane.spans.first?.start, lane.arrival)
        XCTAssertEqual(lane.spans.last?.end, lane.departure)
        for (span, next) in zip(lane.spans, lane.spans.dropFirst()) { XCTAssertEqual(span.end, next.start) }
        held += lane.spans.filter { $0.kind == .work || $0.kind == .block }
      }
      held.sort { $0.start < $1.start }
      for (span, next) in zip(held, held.dropFirst()) { XCTAssertFalse(span.overlaps(next), round.title) }
    }
  }

  func testEachKindOfChoiceIsKnown() {
    for (choices, deed, kept, end) in [
      ([.run(0)], LoopState.Deed.ranFirst, [], 5),
      ([.run(2)], .ranOutOfTurn, [kept(0, 5), kept(1, 5)], 5),
      ([.run(0), .run(0)], .stayed, [kept(1, 65), kept(2, 65)], 75),
      ([.run(0), .run(1), .run(2), .run(2)], .stayed, [], 45),
      ([.run(0), .run(1), .run(2), .run(0)], .stayed, [kept(2, 30)], 75),
      ([.run(0), .run(1), .run(2), .sleep(until: 2)], .slept, [], 40),
      ([.run(0), .run(1), .run(2), .sleep(until: 1)], .overslept, [kept(2, 35), kept(0, 5)], 75),
      ([.run(0), .sleep(until: 0)], .idled, [kept(1, 65), kept(2, 65)], 70),
    ] as [([LoopState.Choice], LoopState.Deed, [LoopState.Move.Kept], Int)] {
      var state = LoopState(named[0])
      for choice in choices { state.choose(choice) }
      XCTAssertEqual(state.moves.count, choices.count)
      XCTAssertEqual(state.moves.last?.deed, deed, "\(choices)")
      XCTAssertEqual(state.moves.last?.kept, kept, "\(choices)")
      XCTAssertEqual(state.now, .milliseconds(end), "\(choices)")
    }
  }

  func testAHandlerThatBlocksKeepsTheOthersWaiting() {
    var state = LoopState(named[1])
    state.choose(.run(0))
    state.choose(.run(1))
    XCTAssertEqual(state.moves[1].blocked, [kept(2, 75), kept(0, 10)])
    XCTAssertTrue(state.moves[1].isLoops, "a loop fares no better")
    XCTAssertEqual(state.now, .milliseconds(80))
  }

  func testADeadlineIsMissedInTheMoveInWhichItPasses() {
    let loops = LoopState.loops(named[2])
    XCTAssertEqual(loops.moves.filter { !$0.late.isEmpty }.map(\.late), [[2]])
    XCTAssertGreaterThan(loops.departure(2)!, .milliseconds(60))
    var state = LoopState(named[2])
    for choice in [.run(2), .run(0), .run(1), .sleep(until: 2), .run(2)] as [LoopState.Choice] {
      state.choose(choice)
    }
    XCTAssertEqual(state.departure(2), .milliseconds(40))
    while let choice = state.loops { state.choose(choice) }
    XCTAssertTrue(state.moves.allSatisfy { $0.late.isEmpty })
  }

  func testASeedAlwaysDrawsTheSame() {
    XCTAssertEqual(
      LoopRound(.init(seed: 7, requests: 4)).requests, LoopRound(.init(seed: 7, requests: 4)).requests)
    XCTAssertEqual(Set(drawn.map(\.requests)).count, drawn.count)
    XCTAssertEqual(LoopRound(.init(seed: 7, requests: 4)).requests.count, 4)
  }

  private func kept(_ request: Int, _ milliseconds: Int) -> LoopState.Move.Kept {
    .init(request: request, time: .milliseconds(milliseconds))
  }

  private func kind(_ kind: Span.Kind) -> String { "\(kind)" }

  /// Neighbours of one kind are one.
  private func merged(_ spans: [(kind: String, start: Duration, end: Duration)]) -> [String] {
    var merged: [(kind: String, start: Duration, end: Duration)] = []
    for span in spans {
      if let last = merged.last, last.kind == span.kind, last.end == span.start {
        merged[merged.count - 1].end = span.end
      } else {
        merged.append(span)
      }
    }
    return merged.map { "\($0.kind) \($0.start) \($0.end)" }
  }
}
