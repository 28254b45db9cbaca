/// A number for each task. Unlike its address, it is never given to another task afterwards, and of two tasks the one that was
/// made later has the larger one.
package enum TaskIdentity {
  /// The number of the task that runs; `nil` outside of any, and where the runtime does not tell.
  package static var current: UInt64? { withUnsafeCurrentTask { $0.flatMap { number(of: $0) } } }

  /// The number of a task that is made by this call; `nil` where the runtime does not tell.
  package static var next: UInt64? { number(of: Task {}) }

  /// A job's text contains the number of its task, and a task is a job: `UnownedJob(id: 7)`.
  private static func number<Known>(of task: Known) -> UInt64? {
    guard MemoryLayout<Known>.size == MemoryLayout<UnownedJob>.size else { return nil }
    let job = unsafeBitCast(task, to: UnownedJob.self)
    return job.description.split(separator: " ").last.flatMap { UInt64($0.dropLast()) }
  }
}
