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
    let (requests, threads) = (scenario.requests, scenario.threads)
    let place = threads == 1 ? "" : ", on \(threads) threads"
    let blocking = Set(scenario.blocking.map { requests[$0 - 1].label })
    let serial = try telling.show(
      "serial", "One after another" + place, requests, computed: scenario.oneAfterAnother, onThreads: threads,
      until: end
    ) {
      try TurnedServers(site: Site(loop: $0), blocking: blocking).inOrder(requests)
    }
    let async = try telling.show(
      "async", "Overlapped while they wait" + place, requests, computed: scenario.overlapped,
      onThreads: threads, until: end
    ) {
      try await TurnedServers(site: Site(loop: $0), blocking: blocking).overlapped(requests)
    }
    for sentence in WhatChanged(scenario).sentences { telling.say(sentence) }
    return Bars.Evidence(
      alone: requests.last!.ownTime, serial: serial, async: async,
      canOverlap: scenario.overlapped.peakConcurrency(of: .wait) >= 2)
  }
}
