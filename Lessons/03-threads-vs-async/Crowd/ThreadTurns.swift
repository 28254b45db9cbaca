import EventLoop
import Foundation
import LessonKit
import Platform

/// Two threads that send a byte to and fro; each waits for the other's.
struct PipeTurns {
  private let ping: (outlet: Int32, inlet: Int32)
  private let pong: (outlet: Int32, inlet: Int32)

  init() throws(POSIXError) {
    ping = try Self.open()
    pong = try Self.open()
  }

  func take(_ rounds: Int) throws -> Duration {
    defer { for file in [ping.outlet, ping.inlet, pong.outlet, pong.inlet] { close(file) } }
    let other = JoinableThread { [ping, pong] in
      for _ in 1...rounds { Self.pass(from: ping.outlet, to: pong.inlet) }
    }
    let elapsed = ContinuousClock().measure {
      for _ in 1...rounds {
        var byte: UInt8 = 1
        write(ping.inlet, &byte, 1)
        read(pong.outlet, &byte, 1)
      }
    }
    try other.join()
    return elapsed
  }

  private static func pass(from outlet: Int32, to inlet: Int32) {
    var byte: UInt8 = 0
    read(outlet, &byte, 1)
    write(inlet, &byte, 1)
  }

  private static func open() throws(POSIXError) -> (outlet: Int32, inlet: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
    return (ends[0], ends[1])
  }
}

/// Two threads that take turns under one lock; each waits for the other's signal.
final class ConditionTurns: @unchecked Sendable {
  private let condition = NSCondition()
  private var turn = 0

  func take(_ rounds: Int) -> Duration {
    let other = JoinableThread { self.play(1, rounds) }
    let elapsed = ContinuousClock().measure { play(0, rounds) }
    try? other.join()
    return elapsed
  }

  private func play(_ player: Int, _ rounds: Int) {
    for _ in 1...rounds {
      condition.lock()
      while turn != player { condition.wait() }
      turn = 1 - player
      condition.signal()
      condition.unlock()
    }
  }
}
