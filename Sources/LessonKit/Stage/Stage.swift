public import EventLoop
public import Measurement
public import Platform

/// An event loop on which every request is written down: what it did, and when, in a lane of its own.
public final class Stage: Sendable {
  /// The loop that the requests are served on.
  public let loop: EventLoop
  private let recorder: Recorder
  private let labels: [String]

  /// - Parameters:
  ///   - time: how the clock goes.
  ///   - seed: shuffles tasks that are ready at the same moment.
  ///   - lanes: label and arrival of each request.
  public init(time: EventLoop.Time, seed: UInt64? = nil, lanes: [Lane]) {
    recorder = Recorder(lanes: lanes)
    labels = lanes.map(\.label)
    loop = EventLoop(time: time, seed: seed, observer: RecordingObserver(lanes, recorder: recorder))
  }

  /// What was recorded; what is still going on ends now.
  public var timeline: Timeline { recorder.timeline(now: loop.clock.now.offset) }

  // MARK: Until all lessons have their ideas on top

  /// See ``EventLoop/EventLoop/answer(_:_:)``.
  public func answer<Response>(lane: Int, _ handle: () throws -> Response) rethrows -> Response {
    try loop.answer(labels[lane], handle)
  }

  /// See ``EventLoop/EventLoop/answer(_:_:)``.
  public nonisolated(nonsending) func answer<Response>(
    lane: Int, _ handle: nonisolated(nonsending) () async throws -> Response
  ) async rethrows -> Response {
    try await loop.answer(labels[lane], handle)
  }

  /// See ``EventLoop/EventLoop/blocked(_:)``.
  public func blocking<Result>(_ wait: () throws -> Result) rethrows -> Result {
    try loop.blocked(wait)
  }

  /// See ``EventLoop/EventLoop/suspended(_:)``.
  public nonisolated(nonsending) func waiting<Result>(
    _ wait: nonisolated(nonsending) () async throws -> Result
  ) async rethrows -> Result {
    try await loop.suspended(wait)
  }

  /// See ``EventLoop/EventLoop/startThread(_:)``.
  public func answerOnThread<Response: Sendable>(
    lane: Int, _ handle: @escaping @Sendable (EventLoop) throws -> Response
  ) -> JoinableThread<Response> {
    loop.startThread { [labels] loop in try loop.answer(labels[lane]) { try handle(loop) } }
  }
}
