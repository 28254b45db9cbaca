#if os(Linux)
  import CPlatform
  import Foundation

  /// A program that runs below a guard of its own.
  struct SpawnedProcess: Sendable {
    private let guarded: cguard

    /// The program's number.
    var id: Int32 { guarded.program }

    /// - Parameter streams: standard input, which may be -1 for nothing, standard output and standard error.
    init(
      _ executable: String, _ words: [UnsafeMutablePointer<CChar>?],
      _ variables: [UnsafeMutablePointer<CChar>?],
      _ streams: [Int32]
    ) throws(SystemError) {
      var guarded = cguard()
      let code = cguard_start(executable, words, variables, streams, &guarded)
      guard code == 0 else { throw SystemError("posix_spawn", code: code) }
      self.guarded = guarded
      cplatform_add_child(guarded.control)
    }

    func askToEnd() { say(cguard_end) }

    var hasEnded: Bool { withUnsafePointer(to: guarded, cguard_has_ended) }

    /// - Returns: its status, as `waitpid` has it.
    func end() -> Int32 {
      cplatform_remove_child(guarded.control)
      return withUnsafePointer(to: guarded, cguard_finish)
    }

    private func say(_ word: Int) {
      withUnsafePointer(to: guarded) { cguard_say($0, CChar(truncatingIfNeeded: word)) }
    }
  }
#endif
