/// A call to an ``OldService`` that is in progress.
struct OldCall: Sendable {
  private let task: Task<Void, Never>

  init(_ task: Task<Void, Never>) { self.task = task }

  /// Ends the call.
  func cancel() { task.cancel() }
}
