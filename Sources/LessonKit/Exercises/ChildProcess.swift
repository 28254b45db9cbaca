import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program that runs in a process group of its own, of which no more is read and waited for than was agreed on.
struct ChildProcess {
  /// How the program ended.
  enum End: Hashable {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal that nobody here sent.
    case signalled(Int32)
    /// It had not ended in time, and was killed.
    case timedOut
    /// It wrote more than it may, and was killed.
    case flooded
    /// The caller wanted it to end, and it was killed.
    case interrupted
  }

  /// How the program ended.
  var end: End
  /// What it wrote to standard output, up to the limit.
  var output: String
  /// What it wrote to standard error, up to the limit.
  var errors: String

  /// Runs a program to its end, and kills whatever is left of its process group then.
  ///
  /// - Parameters:
  ///   - words: the path of the program, and its arguments.
  ///   - environment: its environment.
  ///   - timeLimit: how long it may run, on the wall.
  ///   - outputLimit: how much it may write to standard output and standard error together, in bytes.
  ///   - isInterrupted: asked about a hundred times a second whether the program is to be killed.
  /// - Throws: an `NSError` of the POSIX domain if the program cannot be started.
  static func run(
    _ words: [String], environment: [String: String], timeLimit: Duration, outputLimit: Int,
    isInterrupted: () -> Bool = { false }
  ) throws -> ChildProcess {
    let output = try OutputPipe()
    let errors = try OutputPipe()
    let process = try spawn(words, environment, output: output.write, errors: errors.write)
    output.closeWrite()
    errors.closeWrite()
    let deadline = ContinuousClock.now + timeLimit
    var end: End?
    repeat {
      OutputPipe.wait(for: [output, errors], milliseconds: 10)
      let hasEnded = hasEnded(process)
      if output.bytes.count + errors.bytes.count > outputLimit {
        end = .flooded
      } else if hasEnded {
        // What it wrote last may have come after the look at the pipes.
        OutputPipe.wait(for: [output, errors], milliseconds: 0)
        end = output.bytes.count + errors.bytes.count > outputLimit ? .flooded : .exited(0)
      } else if isInterrupted() {
        end = .interrupted
      } else if ContinuousClock.now >= deadline {
        end = .timedOut
      }
    } while end == nil
    // Its children, if it has any, are in its group. It is reaped afterwards, so that its number cannot be somebody else's.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if end == .exited(0) { end = Self.end(status) }
    return ChildProcess(
      end: end!, output: output.text(limit: outputLimit), errors: errors.text(limit: outputLimit))
  }

  /// Whether the program has ended. It is not reaped by the question.
  private static func hasEnded(_ process: pid_t) -> Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == SIGCHLD
  }

  /// Reads a status of `waitpid`; its macros are not there in Swift.
  private static func end(_ status: Int32) -> End {
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], output: Int32, errors: Int32
  ) throws -> pid_t {
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
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
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

    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard problem == 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(problem)) }
    return process
  }
}
