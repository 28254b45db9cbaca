import Foundation

/// What the operating system says about this process at one moment.
///
/// Sources: `getrusage(2)`; on Linux `/proc/self/statm` and `/proc/self/stat`, elsewhere `task_info` and `task_threads`.
package struct ProcessStatus: Sendable, Hashable, Codable {
  /// How many threads the process has.
  package var threads: Int
  /// The memory that is in the machine's memory, in bytes.
  package var residentBytes: Int
  /// The address space that is taken, whether or not there is memory behind it, in bytes.
  package var virtualBytes: Int
  /// How long the process has used cores so far, in the system's code and its own, all threads together, in seconds.
  package var cpuSeconds: Double
  /// How often a thread has given its core away because it had to wait.
  package var voluntarySwitches: Int
  /// How often a thread was taken off its core because others were to run.
  package var involuntarySwitches: Int

  /// The status of the calling process now.
  package static var current: ProcessStatus {
    var usage = rusage()
    // RUSAGE_SELF, which as a constant has another type on every system.
    getrusage(0, &usage)
    let memory = memory
    return ProcessStatus(
      threads: threadCount, residentBytes: memory.resident, virtualBytes: memory.virtual,
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), voluntarySwitches: usage.ru_nvcsw,
      involuntarySwitches: usage.ru_nivcsw)
  }

  /// The difference of every figure from that of an earlier moment.
  package func since(_ earlier: ProcessStatus) -> ProcessStatus {
    ProcessStatus(
      threads: threads - earlier.threads, residentBytes: residentBytes - earlier.residentBytes,
      virtualBytes: virtualBytes - earlier.virtualBytes, cpuSeconds: cpuSeconds - earlier.cpuSeconds,
      voluntarySwitches: voluntarySwitches - earlier.voluntarySwitches,
      involuntarySwitches: involuntarySwitches - earlier.involuntarySwitches)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
}
