package import EventLoop
package import Measurement

/// An event loop on which every request is written down: what it did, and when, in a lane of its own.
package final class Stage: Sendable {
  /// The loop that the requests are served on.
  package let loop: EventLoop
  private let recorder: Recorder

  /// - Parameters:
  ///   - time: how the clock goes.
  ///   - seed: shuffles tasks that are ready at the same moment.
  ///   - lanes: label and arrival of each request.
  package init(time: EventLoop.Time, seed: UInt64? = nil, lanes: [Lane]) {
    recorder = Recorder(lanes: lanes)
    loop = EventLoop(time: time, seed: seed, observer: RecordingObserver(lanes, recorder: recorder))
  }

  /// What was recorded; what is still going on ends now.
  package var timeline: Timeline { recorder.timeline(now: loop.clock.now.offset) }
}
