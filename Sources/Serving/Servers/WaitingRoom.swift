import EventLoop
import Platform

/// Where the clients of ``OneAtATimeServer`` sit until they have something to say.
final class WaitingRoom {
  private let front: Front
  private let alarm: InterruptiblePoll
  private let loop: EventLoop
  private let desk = Desk()
  /// Whoever has been served least recently sits in front, so that nobody is served twice before somebody who waits.
  private var guests: [BlockingConnection] = []
  private var doorOpensAgain: Duration?

  init(front: Front, alarm: InterruptiblePoll, loop: EventLoop) {
    self.front = front
    self.alarm = alarm
    self.loop = loop
  }

  /// Waits until some of the guests can go on. Returns nil when the server stops and all have left.
  func next() -> [BlockingConnection]? {
    showOut()
    if front.isStopping, guests.isEmpty { return nil }
    let door = isDoorOpen ? [(front.listener.socket, Readiness.reading)] : []
    let awaited = guests.map { ($0.descriptor, $0.awaited) } + door
    let now = loop.clock.now.offset
    let deadline = (guests.map(\.deadline) + [doorOpensAgain].compactMap(\.self)).min()
    // Once the alarm has rung it goes on ringing: a short pause, until the last answers have been taken.
    if front.isStopping { loop.block(for: .milliseconds(1)) }
    let ready = alarm.block(for: awaited, atMost: deadline.map { $0 - now })
    return advance(Set(ready))
  }

  /// Lets each guest read or write what it can.
  private func advance(_ ready: Set<Int>) -> [BlockingConnection] {
    let now = loop.clock.now.offset
    var moved: [BlockingConnection] = []
    var others: [BlockingConnection] = []
    for (index, guest) in guests.enumerated() {
      guard ready.contains(index) || guest.deadline <= now else {
        others.append(guest)
        continue
      }
      guest.advance(isReady: ready.contains(index))
      moved.append(guest)
    }
    let isSomebodyAtTheDoor = ready.contains(guests.count)
    guests = others + moved
    if isSomebodyAtTheDoor { letIn() }
    return moved
  }

  private var isDoorOpen: Bool {
    if let opens = doorOpensAgain, opens > loop.clock.now.offset { return false }
    doorOpensAgain = nil
    return !front.isStopping
  }

  private func letIn() {
    while true {
      switch front.admit() {
      case .connection(let descriptor):
        guests.append(BlockingConnection(descriptor, front: front, loop: loop, desk: desk))
      case .turnedAway: continue
      case .nobody: return
      case .cannotAccept:
        doorOpensAgain = loop.clock.now.offset + Front.pause
        return
      }
    }
  }

  private func showOut() {
    guests.removeAll { guest in
      if guest.isOver { front.close(guest.descriptor) }
      return guest.isOver
    }
  }
}
