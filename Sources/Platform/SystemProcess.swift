import Foundation

/// A process that this one has started, at the head of a process group of its own.
///
/// It ends with this one, and so does all that it has started. On Linux a guard sees to that (`guard.c`), whatever happens to
/// this process, and finds what has left the group as well. On a Mac it is the group that ends, when this process ends it or is
/// ended by a signal that can be handled (``Interruption``).
package struct SystemProcess: Sendable {
  /// The process's number, which is its group's as well.
  package let id: Int32

  /// How a process ended.
  package enum End: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
  }

  private let child: SpawnedProcess

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
    var result: Result<SpawnedProcess, SystemError>?
    withCStrings([executable] + arguments) { words in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        do throws(SystemError) {
          result = .success(try SpawnedProcess(executable, words, variables, [input ?? -1, output, errors]))
        } catch {
          result = .failure(error)
        }
      }
    }
    child = try result!.get()
    id = child.id
  }

  /// Asks all of the group to end (SIGTERM).
  package func askToEnd() { child.askToEnd() }

  /// Whether the process has ended.
  package var hasEnded: Bool { child.hasEnded }

  /// Ends what is left of what the process has started, and takes note of how it ended. To be called once.
  package func end() -> End {
    Self.end(child.end())
  }

  private static func end(_ status: Int32) -> End {
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
    let id = try spawn(executable, words, inForeground: true)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return end(status)
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

extension SystemProcess {
  /// Starts a program that goes on when this one has ended, such as the reader's browser: in a process group of its own, and
  /// with nothing to read from or to write to.
  ///
  /// - Returns: whether it could be started, and has not failed within a time.
  package static func leaveBehind(
    _ executable: String, _ arguments: [String], failsWithin time: Duration
  ) -> Bool {
    guard let id = try? spawn(executable, [executable] + arguments, inForeground: false) else { return false }
    let deadline = ContinuousClock.now + time
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      if waitpid(id, &status, WNOHANG) == id { return status == 0 }
      usleep(20_000)
    }
    return true
  }

  /// Starts a program with this one's environment.
  ///
  /// - Parameters:
  ///   - words: what it is given, with its own name as the first.
  ///   - isInForeground: whether it has the terminal, and every signal as the system has it; otherwise it is in a process group of its
  ///     own, and has nothing to read from or to write to.
  /// - Returns: its number.
  private static func spawn(
    _ executable: String, _ words: [String], inForeground isInForeground: Bool
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in STDIN_FILENO...STDERR_FILENO where !isInForeground {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let signalFlags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, isInForeground ? signalFlags : Int16(POSIX_SPAWN_SETPGROUP))
    var id: pid_t = 0
    let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    let code = withCStrings(words) { words in
      withCStrings(environment) { posix_spawn(&id, executable, &actions, &attributes, words, $0) }
    }
    guard code == 0 else { throw SystemError("posix_spawn", code: code) }
    return id
  }
}
