import Foundation

/// A process that is started, listened to, and gone when this is over: it leads a group of its own, and the group ends with it.
enum ChildProcess {
  /// Why a process has nothing to say.
  enum Failure: Error, Hashable, CustomStringConvertible {
    /// There is no such executable.
    case notFound(String)
    /// The system could not start it, and says why.
    case notStarted(String)
    /// It was not done in so many seconds, and was ended.
    case timedOut(seconds: Int)
    /// It ended by itself, and not well.
    case ended(status: Int32)
    /// What it printed is not what it should have printed.
    case unreadable

    /// What is wrong, as the end of a sentence.
    var description: String {
      switch self {
      case .notFound(let name): "the executable \(name) is not where the lesson was built"
      case .notStarted(let reason): "the system could not start another process (\(reason))"
      case .timedOut(let seconds): "the process that measured it was not done in \(seconds) s"
      case .ended(let status):
        status & 0x7F == 0
          ? "the process that measured it ended with status \(status >> 8)"
          : "the process that measured it was ended by signal \(status & 0x7F)"
      case .unreadable: "the process that measured it printed something else than figures"
      }
    }
  }

  /// Starts a process and returns all that it prints.
  static func output(of path: String, _ words: [String], seconds: Int) throws(Failure) -> Data {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .notStarted(String(cString: strerror(errno))) }
    let (outlet, inlet) = (ends[0], ends[1])
    defer { close(outlet) }
    let started = Result { () throws(Failure) in try start(path, words, output: inlet, closing: outlet) }
    // As long as this process could write too, the child's end would not be the end of its output.
    close(inlet)
    let child = try started.get()
    let deadline = DispatchTime.now().uptimeNanoseconds + UInt64(seconds) * 1_000_000_000
    let output = read(outlet, until: deadline)
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let output else { throw .timedOut(seconds: seconds) }
    // Whoever has closed its output is done, whether or not it got round to ending by itself.
    guard status == 0 || (status & 0x7F == SIGKILL && !output.isEmpty) else { throw .ended(status: status) }
    return output
  }

  /// Reads to the end, or returns `nil` when it is late.
  private static func read(_ file: Int32, until deadline: UInt64) -> Data? {
    var output = Data()
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let now = DispatchTime.now().uptimeNanoseconds
      guard now < deadline else { return nil }
      var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, Int32((deadline - now) / 1_000_000) + 1) > 0 else { continue }
      let count = Foundation.read(file, &buffer, buffer.count)
      if count == 0 || (count < 0 && errno != EINTR) { return output }
      output.append(contentsOf: buffer.prefix(max(0, count)))
    }
  }

  private static func start(
    _ path: String, _ words: [String], output: Int32, closing unused: Int32
  ) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addclose(&actions, unused)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, output)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)

    var arguments = ([path] + words).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw .notStarted(String(cString: strerror(code))) }
    return child
  }
}
