/// What a client asks.
///
/// A request is also how a handler spends time: it ``work(for:)``s and ``wait(for:)``s, and the server that it runs behind
/// decides what a wait does to all others.
package struct HTTPRequest: Sendable {
  /// The method in capitals, for example `GET`.
  package var method: String
  /// What is asked for, as written, for example `/courses?page=2`.
  package var target: String
  /// The header fields.
  package var headers: Headers
  /// The body; empty if there is none.
  package var body: [UInt8]
  /// How this request's server waits.
  var waitMode = WaitMode.none

  /// Outside of a server, time does not pass for a request.
  package init(_ method: String = "GET", _ target: String = "/", headers: Headers = [:], body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  /// The target up to its question mark, for example `/courses`.
  package var path: Substring { target.prefix { $0 != "?" } }

  /// Computes for a stretch of time; no other request on this thread is served meanwhile.
  package func work(for duration: Duration) { waitMode.work(for: duration) }

  /// Waits, as for a database or another service.
  ///
  /// A server on an event loop serves others meanwhile; one that serves one at a time, or with a thread per connection,
  /// keeps its thread.
  ///
  /// - Throws: `CancellationError` if the server gives up on the request.
  package nonisolated(nonsending) func wait(for duration: Duration) async throws {
    try await waitMode.wait(for: duration)
  }
}
