#if canImport(Darwin)
  import CPlatform
  import Foundation

  /// A program at the head of a process group.
  struct SpawnedProcess: Sendable {
    /// The program's number.
    let id: Int32

    /// - Parameter streams: standard input, which may be -1 for nothing, standard output and standard error.
    init(
      _ executable: String, _ words: [UnsafeMutablePointer<CChar>?],
      _ variables: [UnsafeMutablePointer<CChar>?],
      _ streams: [Int32]
    ) throws(SystemError) {
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      if streams[0] < 0 { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) }
      for (target, source) in streams.enumerated() where source >= 0 {
        posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
      }
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      var signals = sigset_t()
      sigemptyset(&signals)
      posix_spawnattr_setsigmask(&attributes, &signals)
      for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD, SIGTSTP] {
        sigaddset(&signals, signal)
      }
      posix_spawnattr_setsigdefault(&attributes, &signals)
      posix_spawnattr_setpgroup(&attributes, 0)
      let flags =
        Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        | Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
      posix_spawnattr_setflags(&attributes, Int16(flags))

      var id: pid_t = 0
      let code = posix_spawn(&id, executable, &actions, &attributes, words, variables)
      guard code == 0 else { throw SystemError("posix_spawn", code: code) }
      self.id = id
      cplatform_add_child(id)
    }

    func askToEnd() { kill(-id, SIGTERM) }

    /// It is not reaped by the question: as long as it is not, its number cannot be another's.
    var hasEnded: Bool {
      var info = siginfo_t()
      return waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == SIGCHLD
    }

    /// - Returns: its status, as `waitpid` has it.
    func end() -> Int32 {
      kill(-id, SIGKILL)
      cplatform_remove_child(id)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      return status
    }
  }
#endif
