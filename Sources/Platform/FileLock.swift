import Foundation

/// The lock of a file, which one process at a time can have. It is given back with this object, or with the process.
package final class FileLock {
  private let file: Int32

  /// Why there is no lock.
  package enum Failure: Error, Hashable {
    /// The file cannot be made or opened.
    case system(SystemError)
    /// Another process has it; what that is, where the system tells.
    case held(by: String?)
  }

  /// Takes the lock, or waits until it is given back.
  ///
  /// - Parameters:
  ///   - path: the file, which is made if it is not there.
  ///   - time: the longest wait.
  package init(_ path: String, waitingAtMost time: Duration) throws(Failure) {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system(.last("open")) }
    let deadline = ContinuousClock.now + time
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let error = SystemError.last("flock")
      let isHeld = error.code == EWOULDBLOCK || error.code == EINTR
      if isHeld, ContinuousClock.now < deadline {
        usleep(10_000)
        continue
      }
      let holder = isHeld ? Self.holder(of: path) : nil
      close(file)
      throw isHeld ? .held(by: holder) : .system(error)
    }
    self.file = file
  }

  deinit { close(file) }

  /// The process that has a file's lock, as `/proc/locks` has it: the sixth field is the file, `08:01:1234` for example.
  private static func holder(of path: String) -> String? {
    guard let number = FileStatus(path)?.number else { return nil }
    for line in SystemFile.text("/proc/locks").split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 5, fields[1] == "FLOCK", fields[5].hasSuffix(":\(number)"), Int(fields[4]) ?? 0 > 0
      else { continue }
      let name = SystemFile.text("/proc/\(fields[4])/comm").split(separator: "\n").first
      return "process \(fields[4])" + (name.map { " (\($0))" } ?? "")
    }
    return nil
  }
}
