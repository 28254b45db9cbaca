import Foundation

/// Standard output, unbuffered: what is written is there, also if the program is ended in the next moment.
package enum StandardOutput {
  /// The exit status of a program whose output could not be written (`EX_IOERR`).
  package static let failure: Int32 = 74

  /// Prepares a program's descriptors; called once, before anything else.
  ///
  /// A closed pipe (`lessons list | head -1`) ends the program without a word, also where its parent ignores the signal.
  /// Standard descriptors that the shell has closed (`>&-`) are not given to the next file that is opened: what is
  /// written to them still fails.
  package static func prepare() {
    signal(SIGPIPE, SIG_DFL)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes a text. A reader who has gone away (a closed pipe) ends the program by the signal that the system sends for it;
  /// where the text cannot be written for another reason, the program says so and ends with status 74.
  package static func write(_ text: String) {
    guard let error = write(text, to: STDOUT_FILENO) else { return }
    writeError("the output could not be written: \(String(cString: strerror(error)))\n")
    exit(failure)
  }

  /// Writes a text to standard error. Where that fails there is no one left to tell.
  package static func writeError(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Standard output as it is now, which stays the same when the descriptor is closed or given to another file.
  package struct Kept: Sendable {
    private let file: Int32

    package init() {
      let copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 64)
      file = copy >= 0 ? copy : STDOUT_FILENO
    }

    /// Writes a text; false if that cannot be done.
    package func write(_ text: String) -> Bool { StandardOutput.write(text, to: file) == nil }
  }

  /// - Returns: the system's number of the error; `nil` if all was written.
  private static func write(_ text: String, to file: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Foundation.write(file, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          guard errno == EAGAIN else { return errno }
          // Another program has made the descriptor non-blocking, for all that share it.
          var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
          continue
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return nil
    }
  }
}
