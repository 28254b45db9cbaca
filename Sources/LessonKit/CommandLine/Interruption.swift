#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What happens when the reader presses Ctrl-C, or the terminal goes away.
package enum Interruption {
  /// From now on an interruption ends the program with status 130, with its terminal as it was.
  ///
  /// - Parameter hasPicture: whether the terminal may have a hidden cursor and colours at that moment.
  package static func endProgram(restoringTerminal hasPicture: Bool) {
    // A signal handler cannot see variables of its surroundings, and may only call what POSIX lists as safe.
    if hasPicture {
      for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number) { _ in
          var restore: [UInt8] = [27, 91, 48, 109, 27, 91, 63, 50, 53, 104, 10]  // ESC[0m ESC[?25h newline
          _ = write(STDOUT_FILENO, &restore, restore.count)
          _exit(130)
        }
      }
    } else {
      signal(SIGINT) { _ in _exit(130) }
    }
  }
}
