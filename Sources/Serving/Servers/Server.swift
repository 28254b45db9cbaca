import Platform

/// A web server on this machine's loopback interface, which answers until it is stopped.
///
/// There are three, and they differ in nothing but what becomes of the other requests while a handler waits:
/// ``OneAtATimeServer``, ``ThreadPerConnectionServer``, ``EventLoopServer``.
package protocol Server: Sendable {
  var core: ServerCore { get }

  /// Stops: accepts no connection any more, lets the answers in flight leave, closes all connections and ends all threads.
  ///
  /// - Parameter grace: how long answers in flight may take.
  /// - Returns: whether all of them left in time. If not, the connections are cut, and a handler that is still running
  ///   on a thread of its own keeps that thread until it ends.
  @discardableResult func stop(within grace: Duration) -> Bool
}

extension Server {
  /// The port it listens at.
  package var port: UInt16 { core.listener.port }

  /// What it has done so far.
  package var counts: ServerCounts { core.counts }

  /// Stops as ``stop(within:)`` does, with five seconds for answers in flight.
  @discardableResult package func stop() -> Bool { stop(within: .seconds(5)) }
}
