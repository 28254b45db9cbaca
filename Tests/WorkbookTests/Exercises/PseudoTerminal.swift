import CPlatform
import Foundation
import XCTest

/// A terminal that a test types at and reads from.
final class PseudoTerminal {
  /// The file of the end that a program has.
  let path: String
  private let slave: Int32
  private let master: Int32
  private var seen = ""

  init() throws {
    var name = [CChar](repeating: 0, count: 128)
    master = cplatform_open_pseudo_terminal(&name, Int32(name.count))
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard master >= 0 else { throw XCTSkip("this system gives no pseudo-terminals") }
    // As long as the test has it open too, its state outlives the program.
    slave = open(path, O_RDWR | O_NOCTTY)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    resize(rows: 24, columns: 80)
  }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// How the terminal treats keys.
  var flags: tcflag_t {
    var state = termios()
    tcgetattr(slave, &state)
    return state.c_lflag
  }

  func type(_ text: String) {
    _ = text.withCString { write(master, $0, strlen($0)) }
  }

  /// Reads until a text has come, behind the one that was waited for last; `false` if it does not come for long.
  ///
  /// - Parameter again: done several times a second until then.
  func waits(for text: String, doing again: () -> Void = {}) -> Bool {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      if let found = seen.range(of: text) {
        seen.removeSubrange(..<found.upperBound)
        return true
      }
      again()
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 100) > 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &bytes, bytes.count)
      if count > 0 { seen += String(decoding: bytes[..<count], as: UTF8.self) }
    }
    XCTFail("'\(text)' does not come; what came is: \(seen)")
    return false
  }
}
