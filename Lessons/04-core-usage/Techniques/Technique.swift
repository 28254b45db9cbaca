/// A way to get a job done that consists of many pieces.
protocol Technique: Sendable {
  var name: String { get }

  /// Counts the primes.
  ///
  /// - Parameter workers: how many may compute at the same time, where the technique has a say in it.
  func compute(_ job: PrimeJob, workers: Int) throws -> Run

  /// Waits for all of the answers.
  func wait(_ job: WaitingJob, workers: Int) throws -> Run
}

/// The techniques, from the simplest on.
enum Techniques {
  static let all: [any Technique] = [inTurn, oneLoop, threads, taskGroup, processes]

  static let inTurn = InTurn()
  static let oneLoop = OnOneLoop()
  static let threads = OnThreads()
  static let taskGroup = InTaskGroup()
  static let processes = InProcesses()
}
