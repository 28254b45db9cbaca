import Platform

/// A web server on this machine's loopback interface, which answers until it is stopped.
///
/// There are three, and they differ in nothing but what becomes of the other requests while a handler waits:
/// ``OneAtATimeServer``, ``ThreadPerConnectionServer``, ``EventLoopServer``. A server begins to serve as it is made, with
/// - the port to listen at; 0 for one that is free,
/// - limits to what a client may ask for,
/// - what is told of events that the server survives, on any thread,
/// - the handler that answers requests.
///
/// Making it throws what the system says if the port is taken, or if it has no descriptor or thread left.
package protocol Server: Sendable {
  var core: ServerCore { get }
}

extension Server {
  /// The port it listens at.
  package var port: UInt16 { core.listener.port }

  /// What it has done so far.
  package var counts: ServerCounts { core.counts }

  /// Stops: accepts no connection any more, lets the answers in flight leave, closes all connections and ends all threads.
  ///
  /// - Parameter grace: how long answers in flight may take.
  /// - Returns: whether all of them left in time. If not, the connections are cut, and a handler that waits on an event loop is
  ///   cancelled; one that keeps its thread keeps it until it ends.
  @discardableResult package func stop(within grace: Duration = .seconds(5)) -> Bool {
    core.stop(within: grace)
  }
}
