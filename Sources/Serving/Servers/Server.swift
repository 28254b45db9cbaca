/// A web server on this machine's loopback interface, which answers as long as it has not been stopped.
///
/// There are three, and they differ in nothing but what becomes of the others while a handler waits:
/// ``OneAtATimeServer``, ``ThreadPerConnectionServer``, ``EventLoopServer``.
public protocol Server: Sendable {
  /// The port it listens at.
  var port: UInt16 { get }
  /// What it has done so far.
  var counts: ServerCounts { get }

  /// Stops: takes nobody in any more, lets the answers in flight leave, closes all connections and ends all threads.
  ///
  /// - Parameter grace: how long answers in flight may take.
  /// - Returns: whether all of them left in time. If not, the connections are cut, and a handler that is still running
  ///   on a thread of its own keeps that thread until it ends.
  @discardableResult func stop(within grace: Duration) -> Bool
}

extension Server {
  /// Stops as ``stop(within:)`` does, with five seconds for answers in flight.
  @discardableResult public func stop() -> Bool { stop(within: .seconds(5)) }
}
