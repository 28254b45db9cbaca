/// A deadlock: no task is ready, none sleeps, and the code that the loop runs has not ended.
package struct Stall: Error, Sendable, Hashable, CustomStringConvertible {
  /// What tasks have announced that they wait for, the longest wait first.
  package var waits: [Wait]
  /// When the last task ran, counted from the loop's creation; since then everybody has waited.
  package var since: Duration

  package init(waits: [Wait], since: Duration) {
    self.waits = waits
    self.since = since
  }

  /// Says how many tasks wait, for what and since when.
  package var description: String {
    let standstill = "nothing has run since \(milliseconds(since)) ms, and nothing ever will"
    guard !waits.isEmpty else {
      return standstill + ": what runs on the loop waits for something that is not on it"
        + " (a continuation that is never resumed, Task.sleep, a detached task)"
    }
    let tasks = waits.count == 1 ? "1 task waits" : "\(waits.count) tasks wait"
    let list = waits.map { "for \($0.reason) since \(milliseconds($0.since)) ms" }.joined(separator: "; ")
    return standstill + ": \(tasks) " + list
  }

  private func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
  }
}
