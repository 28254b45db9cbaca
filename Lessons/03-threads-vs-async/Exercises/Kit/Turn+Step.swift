/// What an event loop does next.
enum Step: Sendable, Hashable {
  /// Runs the task of this name until it gives the thread back.
  case run(String)
  /// Waits for a number of milliseconds.
  case wait(Int)
  /// Nothing can ever go on.
  case standstill
}
