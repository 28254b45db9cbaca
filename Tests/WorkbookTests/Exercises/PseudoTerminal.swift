import Foundation
import XCTest

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A terminal that a test types at and reads from.
final class PseudoTerminal {
  /// The file of the end that a program has.
  let path: String
  private let slave: Int32
  private let master: Int32
  private var seen = ""

  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0, let path = Self.nameOfOtherEnd(master) else {
      throw XCTSkip("this system gives no pseudo-terminals")
    }
    self.path = path
    // As long as the test has it open too, its state outlives the program.
    slave = open(path, O_RDWR | O_NOCTTY)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// The file of the end that a program gets, unlocked.
  private static func nameOfOtherEnd(_ master: Int32) -> String? {
    #if canImport(Darwin)
      guard grantpt(master) == 0, unlockpt(master) == 0 else { return nil }
      return ptsname(master).map { String(cString: $0) }
    #else
      // Glibc's functions for this are not imported; these are the requests that they make, of asm-generic/ioctls.h.
      let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      var (unlocked, number): (Int32, Int32) = (0, 0)
      guard ioctl(master, setLock, &unlocked) == 0, ioctl(master, getNumber, &number) == 0 else { return nil }
      return "/dev/pts/\(number)"
    #endif
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
  func waits(for text: String) -> Bool {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      if let found = seen.range(of: text) {
        seen.removeSubrange(..<found.upperBound)
        return true
      }
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
