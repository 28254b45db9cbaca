/// The least that can carry tasks: a list, on one thread, without lock, clock, timers or waiting.
///
/// What a switch costs here is what Swift's runtime takes for itself; an event loop comes on top of it.
final class BareExecutor: TaskExecutor {
  nonisolated(unsafe) private var ready: [UnownedJob] = []

  func enqueue(_ job: consuming ExecutorJob) { ready.append(UnownedJob(job)) }

  /// Runs all that is ready, and all that becomes ready meanwhile.
  func drain() {
    let executor = asUnownedTaskExecutor()
    var batch: [UnownedJob] = []
    while !ready.isEmpty {
      swap(&batch, &ready)
      for job in batch { job.runSynchronously(on: executor) }
      batch.removeAll(keepingCapacity: true)
    }
  }
}
