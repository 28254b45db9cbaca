import Foundation

/// A program that was started as the leader of a new process group.
struct ProcessGroup {
  /// The leader's id, which is the group's as well.
  private let leader: pid_t

  /// Starts a program with nothing on its standard input.
  ///
  /// - Returns: `nil` if it cannot be started.
  init?(running executable: String, _ arguments: [String], output: Int32, errors: Int32) {
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
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let words = CStrings([executable] + arguments)
    defer { words.free() }
    var id = pid_t()
    guard posix_spawn(&id, executable, &actions, &attributes, words.pointers, environ) == 0 else {
      return nil
    }
    leader = id
  }

  /// Sends a signal to everyone in the group.
  func kill(_ signal: Int32) {
    #if canImport(Darwin)
      _ = Darwin.kill(-leader, signal)
    #else
      _ = Glibc.kill(-leader, signal)
    #endif
  }

  /// Takes note of the leader's end, or returns `nil` while it runs.
  func reap() -> ChildProcess.End? {
    var status: Int32 = 0
    guard waitpid(leader, &status, WNOHANG) == leader else { return nil }
    // The macros WIFSIGNALED and WEXITSTATUS are not imported; both systems lay the status out like this.
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// Asks the group to end, waits two seconds at most, and then ends it.
  func end() {
    kill(SIGTERM)
    let deadline = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < deadline {
      if reap() != nil {
        kill(SIGKILL)
        return
      }
      usleep(5000)
    }
    kill(SIGKILL)
    var status: Int32 = 0
    waitpid(leader, &status, 0)
  }
}

/// Words in the form in which programs are given them.
struct CStrings {
  /// Pointers to the words, and `nil` behind the last.
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ words: [String]) {
    pointers = words.map { strdup($0) } + [nil]
  }

  /// Gives the memory back.
  func free() {
    for pointer in pointers {
      #if canImport(Darwin)
        Darwin.free(pointer)
      #else
        Glibc.free(pointer)
      #endif
    }
  }
}
