package import Platform

/// What a web framework does around a handler: it knows which request the code that runs belongs to, and when the
/// response leaves. An ``LoopObserver`` is told, so that nothing else has to say it.
extension EventLoop {
  /// The request that the current task, or the current thread, is answering; `nil` outside of any.
  @TaskLocal package static var request: String?

  /// Answers a request with code that keeps the thread until it is done.
  ///
  /// - Parameters:
  ///   - request: the request's label. All that the handler does, also in child tasks, belongs to it.
  ///   - handle: makes the response.
  package func answer<Response>(_ request: String, _ handle: () throws -> Response) rethrows -> Response {
    defer { observer?.answered(request, at: now) }
    return try Self.$request.withValue(request, operation: handle)
  }

  /// Answers a request with code that gives the thread back while it waits.
  ///
  /// - Parameters:
  ///   - request: the request's label. All that the handler does, also in child tasks, belongs to it.
  ///   - handle: makes the response.
  package nonisolated(nonsending) func answer<Response>(
    _ request: String, _ handle: nonisolated(nonsending) () async throws -> Response
  ) async rethrows -> Response {
    defer { observer?.answered(request, at: now) }
    return try await Self.$request.withValue(request, operation: handle)
  }

  /// Runs code that blocks and works on a thread of its own, with a loop of its own for the verbs.
  ///
  /// In real time its clock is this loop's, so that a thread that starts late is late. In virtual time every such thread has a
  /// core to itself, and its clock starts at zero. Then no two of them exist at the
  /// same time: what one of them does takes no time, and this returns when it is done.
  ///
  /// - Returns: the thread, whose result can be waited for.
  package func startThread<Success: Sendable>(
    _ body: @escaping @Sendable (EventLoop) throws -> Success
  ) -> JoinableThread<Success> {
    let loop = EventLoop(time: time, observer: observer, clock: wall, makePoller: makePoller)
    let thread = JoinableThread { try body(loop) }
    if time == .virtual { _ = try? thread.join() }
    return thread
  }

  // [threads-vs-async 01:53] The task is suspended, and goes on when another
  // thread resumes its continuation.
  /// Lends a thread to code that blocks, and gives this one back until it is done, so that others run meanwhile.
  ///
  /// - Parameter body: what blocks; the loop that it gets is for the verbs on its own thread.
  /// - Returns: what the body returns.
  /// - Throws: what it throws; a ``SystemError`` if the system has no thread left.
  package nonisolated(nonsending) func onThread<Success: Sendable>(
    _ body: @escaping @Sendable (EventLoop) throws -> Success
  ) async throws -> Success {
    let loop = EventLoop(time: time)
    // Virtual time goes on only here: it sleeps for as long as the body took by its own clock.
    if time == .virtual {
      let result = Result { try body(loop) }
      try await sleep(for: loop.now)
      return try result.get()
    }
    return try await suspended {
      try await withCheckedThrowingContinuation { continuation in
        do {
          try SystemThread.detached { continuation.resume(with: Result { try body(loop) }) }
        } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }
}
