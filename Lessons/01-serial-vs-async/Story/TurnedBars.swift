import EventLoop
import LessonKit
import Measurement
import Workload

/// The lecture's picture again, with the requests that the reader asks for.
struct TurnedBars: StoryPart {
  static let id = "bars"
  static let title = "Your requests, one after another and overlapped"
  static let claims = Bars.claims

  let scenario: TurnedScenario

  func tell(_ telling: Telling) throws -> Bars.Evidence {
    let end = scenario.oneAfterAnother.end
    let serial = try serve(telling, "serial", "One after another", scenario.oneAfterAnother, until: end) {
      try $0.inOrder($1)
    }
    let async = try serve(telling, "async", "Overlapped while they wait", scenario.overlapped, until: end) {
      try await $0.overlapped($1)
    }
    for sentence in WhatChanged(scenario).sentences { telling.say(sentence) }
    return Bars.Evidence(
      alone: scenario.requests.last!.ownTime, serial: serial, async: async,
      canOverlap: scenario.overlapped.peakConcurrency(of: .wait) >= 2)
  }

  /// Runs the lesson's code where one thread serves, and shows what is computed where several do.
  private func serve(
    _ telling: Telling, _ id: String, _ title: String, _ computed: Timeline, until end: Duration,
    _ serve: @escaping @Sendable (TurnedServers, [Request]) async throws -> [Response]
  ) throws -> Recording<[Response]> {
    let requests = scenario.requests
    guard scenario.threads == 1 else {
      telling.show(id, "\(title), on \(scenario.threads) threads", computed, until: max(end, computed.end))
      return Recording(timeline: computed, value: [])
    }
    let blocking = Set(scenario.blocking.map { requests[$0 - 1].label })
    return try telling.show(id, title, requests, until: end) {
      try await serve(TurnedServers(site: Site(loop: $0), blocking: blocking), requests)
    }
  }
}
