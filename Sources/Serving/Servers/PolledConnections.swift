import EventLoop
import Platform

/// The connections of ``OneAtATimeServer``, of which one poll tells who has something to say.
final class PolledConnections {
  private let core: ServerCore
  private let poll: InterruptiblePoll
  private let loop: EventLoop
  private let context = ThreadContext()
  /// The one that was served least recently comes first, so that none is served twice while another waits.
  private var connections: [ServerConnection] = []
  private var acceptsAgain: Duration?
  /// Those that were just answered, and may have sent their next request together with the last.
  private var answered: Set<ObjectIdentifier> = []

  init(core: ServerCore, poll: InterruptiblePoll, loop: EventLoop) {
    self.core = core
    self.poll = poll
    self.loop = loop
  }

  /// Notes that a connection was answered: all others come before it, although its next request may be there already.
  func goOn(with connection: ServerConnection) {
    answered.insert(ObjectIdentifier(connection))
    guard let index = connections.firstIndex(where: { $0 === connection }) else { return }
    connections.append(connections.remove(at: index))
  }

  /// Waits until some of the connections can go on. Returns nil when the server stops and all have ended.
  func next() -> [ServerConnection]? {
    closeEnded()
    if core.isStopping, connections.isEmpty { return nil }
    let listener = accepts ? [(core.listener.socket, Readiness.reading)] : []
    let awaited = connections.map { ($0.socket, $0.awaited) } + listener
    let now = loop.clock.now.offset
    let deadline = (connections.map(\.deadline) + [acceptsAgain].compactMap(\.self)).min()
    // A poll that was interrupted once returns at once for ever: a short pause, until the last answers have been taken.
    if core.isStopping { loop.block(for: .milliseconds(1)) }
    let ready = poll.block(for: awaited, atMost: answered.isEmpty ? deadline.map { $0 - now } : .zero)
    return advance(Set(ready))
  }

  /// Lets each connection read or write what it can.
  private func advance(_ ready: Set<Int>) -> [ServerConnection] {
    let now = loop.clock.now.offset
    var moved: [ServerConnection] = []
    for (index, connection) in connections.enumerated() {
      let canGoOn = ready.contains(index) || connection.deadline <= now
      if answered.contains(ObjectIdentifier(connection)), connection.holdsBytes || !canGoOn {
        // Whether its next request is among the bytes that are there already, or it is over, is for the server to ask.
        moved.append(connection)
        continue
      }
      guard canGoOn else { continue }
      connection.advance(isReady: ready.contains(index))
      moved.append(connection)
    }
    answered = []
    let mustAccept = ready.contains(connections.count)
    if mustAccept { accept() }
    return moved
  }

  private var accepts: Bool {
    if let acceptsAgain, acceptsAgain > loop.clock.now.offset { return false }
    acceptsAgain = nil
    return !core.isStopping
  }

  private func accept() {
    while true {
      switch core.accept() {
      case .connection(let socket):
        connections.append(ServerConnection(socket, core: core, loop: loop, context: context))
      case .turnedAway: continue
      case .noneWaits: return
      case .failed:
        acceptsAgain = loop.clock.now.offset + ServerCore.pause
        return
      }
    }
  }

  private func closeEnded() {
    connections.removeAll { connection in
      if connection.isOver { core.close(connection.socket) }
      return connection.isOver
    }
  }
}
