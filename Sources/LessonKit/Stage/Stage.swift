public import EventLoop
public import Measurement

/// Where requests are served and watched: an event loop that writes down, a lane a request, what each of them does.
public final class Stage: Sendable {
  /// The loop that the requests are served on.
  public let loop: EventLoop
  private let recorder: Recorder

  /// Creates a stage.
  ///
  /// - Parameters:
  ///   - time: how the clock goes.
  ///   - seed: shuffles tasks that are ready at the same moment.
  ///   - lanes: label and arrival of each request.
  public init(time: EventLoop.Time, seed: UInt64? = nil, lanes: [Lane]) {
    recorder = Recorder(lanes: lanes)
    loop = EventLoop(time: time, seed: seed, observer: RecordingObserver(recorder: recorder))
  }

  /// Answers a request with code that keeps the thread until it is done.
  public func answer<Response>(lane: Int, _ handle: () throws -> Response) rethrows -> Response {
    defer { depart(lane) }
    return try recorder.within(lane: lane, handle)
  }

  /// Answers a request with code that gives the thread back while it waits.
  public nonisolated(nonsending) func answer<Response>(
    lane: Int, _ handle: nonisolated(nonsending) () async throws -> Response
  ) async rethrows -> Response {
    defer { depart(lane) }
    return try await recorder.within(lane: lane, handle)
  }

  /// Records that a request waits for something that the loop's verbs know nothing of, such as a socket, and keeps the
  /// thread meanwhile.
  public func blocking<Result>(_ wait: () throws -> Result) rethrows -> Result {
    recorder.begin(.block, at: loop.clock.now.offset, thread: ThreadIdentity.current)
    defer { recorder.end(at: loop.clock.now.offset) }
    return try wait()
  }

  /// Records that a request waits for something that the loop's verbs know nothing of, such as a socket, and gives the
  /// thread back meanwhile.
  public nonisolated(nonsending) func waiting<Result>(
    _ wait: nonisolated(nonsending) () async throws -> Result
  ) async rethrows -> Result {
    recorder.begin(.wait, at: loop.clock.now.offset, thread: ThreadIdentity.current)
    defer { recorder.end(at: loop.clock.now.offset) }
    return try await wait()
  }

  /// Answers a request on a thread of its own, with a loop of its own for the verbs.
  ///
  /// In virtual time every thread has a core to itself, and its clock starts at zero.
  public func answerOnThread<Response: Sendable>(
    lane: Int, _ handle: @escaping @Sendable (EventLoop) throws -> Response
  ) -> JoinableThread<Response> {
    let loop = EventLoop(time: loop.time, observer: RecordingObserver(recorder: recorder))
    return JoinableThread {
      defer { self.recorder.depart(lane: lane, at: loop.clock.now.offset) }
      return try self.recorder.within(lane: lane) { try handle(loop) }
    }
  }

  /// What was recorded; what is still going on ends now.
  public var timeline: Timeline { recorder.timeline(now: loop.clock.now.offset) }

  private func depart(_ lane: Int) {
    recorder.depart(lane: lane, at: loop.clock.now.offset)
  }
}
