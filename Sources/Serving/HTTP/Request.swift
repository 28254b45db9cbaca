/// What a client asks.
///
/// A request is also how a handler spends time: it ``work(for:)``s and ``wait(for:)``s, and the server that it runs behind
/// decides what a wait does to everybody else.
public struct Request: Sendable {
  /// The method in capitals, for example `GET`.
  public var method: String
  /// What is asked for, as written, for example `/courses?page=2`.
  public var target: String
  /// The header fields.
  public var headers: Headers
  /// The body; empty if there is none.
  public var body: [UInt8]
  /// How this request's server waits.
  var pace: Pace

  /// Creates a request. Outside of a server, time does not pass for it.
  public init(_ method: String = "GET", _ target: String = "/", headers: Headers = [:], body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    pace = .none
  }

  /// The target up to its question mark, for example `/courses`.
  public var path: Substring { target.prefix { $0 != "?" } }

  /// Computes for a stretch of time; nobody else on this thread is served meanwhile.
  public func work(for duration: Duration) { pace.work(for: duration) }

  /// Waits, as for a database or another service.
  ///
  /// A server on an event loop serves others meanwhile; one that serves one at a time, or with a thread per connection,
  /// keeps its thread.
  ///
  /// - Throws: `CancellationError` if the server gives up on the request.
  public nonisolated(nonsending) func wait(for duration: Duration) async throws {
    try await pace.wait(for: duration)
  }
}
