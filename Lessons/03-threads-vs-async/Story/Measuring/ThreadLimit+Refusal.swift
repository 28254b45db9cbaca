import Console
import Platform

extension ThreadLimit {
  /// Half of what the strictest rule allows. Processes and threads draw on one supply: to take all of it would leave nothing for
  /// any other program, not even for the command that would end this one.
  var considerate: Int { count / 2 }

  /// Why no more threads are made than ``considerate``.
  var reason: String {
    "this machine allows \(NumberText.short(Double(count))) at most (\(rule.text)), and the lesson takes no more than half of "
      + "what there is for all programs"
  }

  /// Why there are not as many threads at once, what is needed for them, and how to have it, in sentences.
  ///
  /// - Parameter error: what the system said when it was asked for them.
  func refusal(of threads: Int, _ error: SystemError? = nil) -> String {
    let needed = max(2 * threads, threads + 100)
    let start =
      "This takes \(NumberText.short(Double(threads))) threads at once."
      + (error.map { " The system refused: \($0)." } ?? "")
      + " The machine allows \(NumberText.short(Double(count))) for all programs together (\(rule.text))"
    guard count < needed else { return start + ", and other programs hold a large part of them." }
    return start + ", and at least \(NumberText.short(Double(needed))) are needed. " + rule.remedy(needed)
  }

  /// Runs something that needs threads. Where the system has none left, that is the outcome.
  static func attempt<Value>(_ body: () throws -> Value) throws -> Result<Value, SystemError> {
    do { return .success(try body()) } catch let error as SystemError { return .failure(error) }
  }
}

extension ThreadLimit.Rule {
  var text: String {
    switch self {
    case .threadIDs: "kernel.pid_max"
    case .allThreads: "kernel.threads-max"
    case .memoryMaps: "vm.max_map_count, two pieces of memory for each"
    case .user: "ulimit -u, the processes and threads of one user"
    case .controlGroup: "pids.max, the container's limit"
    case .taskThreads: "kern.num_taskthreads"
    case .unknown: "a guess, since no rule could be read"
    }
  }

  /// How to raise the limit to a number of threads, in sentences.
  fileprivate func remedy(_ threads: Int) -> String {
    switch self {
    case .threadIDs, .allThreads: "To raise the limit: `sudo sysctl -w \(text)=\(threads)`."
    case .memoryMaps: "To raise the limit: `sudo sysctl -w vm.max_map_count=\(2 * threads)`."
    case .user:
      "Try a new shell in which `ulimit -Hu` says \(threads) or more. Where none does, only an administrator can raise the "
        + "limit, with `nproc` in /etc/security/limits.conf, or for a container with `--ulimit nproc=\(threads)`."
    case .controlGroup:
      "Start the container with `--pids-limit \(threads)` or more; for a service of systemd that is `TasksMax=\(threads)`."
    case .taskThreads, .unknown: "There is no setting that raises this limit."
    }
  }
}
