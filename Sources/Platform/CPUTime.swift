import Foundation

/// The time that code has used cores for, as the operating system counts it: two cores for a second are two seconds.
package struct CPUTime: Sendable, Hashable {
  /// In the program's own code.
  package var user: Duration
  /// In the operating system, on the program's behalf.
  package var system: Duration

  package init(user: Duration = .zero, system: Duration = .zero) {
    self.user = user
    self.system = system
  }

  /// Both together: what the machine has spent on the program.
  package var total: Duration { user + system }

  /// The time between two readings.
  package static func - (later: CPUTime, earlier: CPUTime) -> CPUTime {
    CPUTime(user: later.user - earlier.user, system: later.system - earlier.system)
  }

  /// What all threads of this process have used so far, to the microsecond (`getrusage`).
  package static var ofProcess: CPUTime { usage(of: 0) }

  /// What processes that this one started used, as far as they have ended and been waited for (`getrusage`).
  package static var ofEndedChildren: CPUTime { usage(of: -1) }

  /// - Parameter who: 0 is `RUSAGE_SELF`, -1 is `RUSAGE_CHILDREN`; as constants these have another type on every system.
  private static func usage(of who: Int32) -> CPUTime {
    var usage = rusage()
    getrusage(who, &usage)
    return CPUTime(user: duration(usage.ru_utime), system: duration(usage.ru_stime))
  }

  /// What the calling thread has used so far, user and system together, to the nanosecond.
  package static var ofThread: Duration { .nanoseconds(nanosecondsOfThread) }

  /// The same as a number, for code that asks all the time.
  package static var nanosecondsOfThread: UInt64 {
    var used = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used)
    return UInt64(used.tv_sec) * 1_000_000_000 + UInt64(used.tv_nsec)
  }

  /// How long the calling thread has been ready to run so far and had no core, because something else did; `nil` where the
  /// system does not tell. Linux does.
  package static var lackOfThread: Duration? {
    lack(inSchedstat: SystemFile.text("/proc/thread-self/schedstat"))
  }

  /// Reads `/proc/…/schedstat`: nanoseconds on a core, nanoseconds ready to run and without one, and how often it got one. A
  /// kernel that does not count has zeros everywhere.
  static func lack(inSchedstat text: String) -> Duration? {
    let numbers = SystemFile.numbers(in: text)
    return numbers.count == 3 && numbers[2] > 0 ? .nanoseconds(numbers[1]) : nil
  }

  private static func duration(_ time: timeval) -> Duration {
    .seconds(Int(time.tv_sec)) + .microseconds(Int(time.tv_usec))
  }
}
