import EventLoop
import Foundation
import Platform

/// Two threads that send a byte to and fro; each waits for the other's.
struct PipeTurns {
  private let ping: (outlet: Int32, inlet: Int32)
  private let pong: (outlet: Int32, inlet: Int32)

  init() throws(SystemError) {
    ping = try Self.open()
    pong = try Self.open()
  }

  func take(_ rounds: Int, on loop: EventLoop) throws {
    defer { for file in [ping.outlet, ping.inlet, pong.outlet, pong.inlet] { close(file) } }
    let other = loop.startThread { [ping, pong] _ in
      for _ in 1...rounds {
        var byte: UInt8 = 0
        read(ping.outlet, &byte, 1)
        write(pong.inlet, &byte, 1)
      }
    }
    for _ in 1...rounds {
      var byte: UInt8 = 1
      write(ping.inlet, &byte, 1)
      read(pong.outlet, &byte, 1)
    }
    try other.join()
  }

  private static func open() throws(SystemError) -> (outlet: Int32, inlet: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .last("pipe") }
    return (ends[0], ends[1])
  }
}
