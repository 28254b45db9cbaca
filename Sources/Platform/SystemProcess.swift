import CPlatform
import Foundation

/// A process that this one has started, at the head of a process group of its own. It ends with this one where a signal ends
/// that (``Interruption``).
package struct SystemProcess: Sendable {
  /// The process's number, which is its group's as well.
  package let id: Int32

  /// How a process ended.
  package enum End: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// Starts a program with nothing open but what it is given, and with every signal as the system has it. Foundation's
  /// `Process` offers no groups.
  ///
  /// - Parameter input: what it reads; `nil` for nothing at all.
  package init(
    _ executable: String, _ arguments: [String], environment: [String: String], input: Int32?, output: Int32,
    errors: Int32
  ) throws(SystemError) {
    // This process may have been started with the signal ignored: then it could not learn how a child ended.
    signal(SIGCHLD, SIG_DFL)
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let closeOthers = Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let closeOthers: Int32 = 0
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags =
      Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
      | closeOthers
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var id: pid_t = 0
    let code = withCStrings([executable] + arguments) { words in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&id, executable, &actions, &attributes, words, variables)
      }
    }
    guard code == 0 else { throw SystemError("posix_spawn", code: code) }
    self.id = id
    cplatform_add_child(id)
  }

  /// Asks all of the group to end (SIGTERM).
  package func askToEnd() { kill(-id, SIGTERM) }

  /// Whether the process has ended. It is not reaped by the question.
  package var hasEnded: Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == SIGCHLD
  }

  /// Ends what is left of the group, and takes note of the process's end. To be called once.
  package func end() -> End {
    // As long as it is not reaped, its number cannot be another's.
    kill(-id, SIGKILL)
    cplatform_remove_child(id)
    return Self.awaitEnd(of: id)
  }

  private static func awaitEnd(of id: pid_t) -> End {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    // The macros of <sys/wait.h> are not imported; both systems lay the status out like this.
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// Runs a program with the terminal, and waits for its end. Ctrl-C is the program's affair meanwhile.
  ///
  /// - Parameter words: what it is given, with its own name as the first.
  package static func runInForeground(_ executable: String, _ words: [String]) throws(SystemError) -> End {
    signal(SIGCHLD, SIG_DFL)
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var id: pid_t = 0
    let code = withCStrings(words) { words in
      withCStrings(ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&id, executable, nil, &attributes, words, variables)
      }
    }
    guard code == 0 else { throw SystemError("posix_spawn", code: code) }
    return awaitEnd(of: id)
  }

  /// Becomes another program, which has the terminal and all signals from here on.
  ///
  /// - Parameters:
  ///   - words: what it is given, with its own name as the first.
  ///   - text: what it reads from standard input; `nil` for what this program would have read.
  /// - Throws: what the system says if that fails; otherwise it does not return.
  package static func become(
    _ executable: String, _ words: [String], reading text: String? = nil
  ) throws(SystemError) -> Never {
    let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    if let text { try read(text) }
    _ = withCStrings(words) { execv(executable, $0) }
    let error = SystemError.last("execv")
    if input >= 0 { dup2(input, STDIN_FILENO) }
    throw error
  }

  /// Makes a text what is read from standard input: by way of a file without a name, since a program that ends early would close
  /// a pipe under the writer.
  private static func read(_ text: String) throws(SystemError) {
    guard let file = tmpfile() else { throw .last("tmpfile") }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { throw .last("fwrite") }
    rewind(file)
    guard dup2(fileno(file), STDIN_FILENO) >= 0 else { throw .last("dup2") }
  }
}

/// Lends words in the form in which programs are given them: pointers, and `nil` behind the last.
private func withCStrings<Value>(
  _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
  let pointers = words.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}
