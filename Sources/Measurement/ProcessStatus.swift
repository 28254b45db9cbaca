#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the operating system says about this process at one moment.
///
/// Sources: `getrusage(2)`; on Linux `/proc/self/statm` and `/proc/self/stat`, elsewhere `task_info` and `task_threads`.
public struct ProcessStatus: Sendable, Hashable, Codable {
  /// How many threads the process has.
  public var threads: Int
  /// The memory that is in the machine's memory, in bytes.
  public var residentBytes: Int
  /// The address space that is taken, whether or not there is memory behind it, in bytes.
  public var virtualBytes: Int
  /// How long the process has used cores so far, in the system's code and its own, all threads together, in seconds.
  public var cpuSeconds: Double
  /// How often a thread has given its core away because it had to wait.
  public var voluntarySwitches: Int
  /// How often a thread was taken off its core because others were to run.
  public var involuntarySwitches: Int

  /// The status of the calling process now.
  public static var current: ProcessStatus {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    let memory = memory
    return ProcessStatus(
      threads: threadCount, residentBytes: memory.resident, virtualBytes: memory.virtual,
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), voluntarySwitches: usage.ru_nvcsw,
      involuntarySwitches: usage.ru_nivcsw)
  }

  /// What came to it since an earlier moment: the difference of every figure.
  public func since(_ earlier: ProcessStatus) -> ProcessStatus {
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

#if canImport(Darwin)
  extension ProcessStatus {
    private static var threadCount: Int {
      var list: thread_act_array_t?
      var count = mach_msg_type_number_t(0)
      guard task_threads(mach_task_self_, &list, &count) == KERN_SUCCESS, let list else { return 0 }
      for index in 0..<Int(count) { mach_port_deallocate(mach_task_self_, list[index]) }
      let size = vm_size_t(Int(count) * MemoryLayout<thread_act_t>.stride)
      vm_deallocate(mach_task_self_, vm_address_t(UInt(bitPattern: list)), size)
      return Int(count)
    }

    private static var memory: (resident: Int, virtual: Int) {
      var info = mach_task_basic_info()
      var count = mach_msg_type_number_t(
        MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size)
      let result = withUnsafeMutablePointer(to: &info) { pointer in
        pointer.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
          task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
        }
      }
      return result == KERN_SUCCESS ? (Int(info.resident_size), Int(info.virtual_size)) : (0, 0)
    }
  }
#else
  extension ProcessStatus {
    /// The twentieth field of `/proc/self/stat`, counted behind the name, which may hold anything but ends with the last `)`.
    private static var threadCount: Int {
      let stat = SystemFile.text("/proc/self/stat")
      guard let name = stat.lastIndex(of: ")") else { return 0 }
      let fields = stat[stat.index(after: name)...].split(separator: " ")
      return fields.count > 17 ? Int(fields[17]) ?? 0 : 0
    }

    private static var memory: (resident: Int, virtual: Int) {
      let pages = SystemFile.text("/proc/self/statm").split(separator: " ").compactMap { Int($0) }
      let size = sysconf(Int32(_SC_PAGESIZE))
      return pages.count > 1 ? (pages[1] * size, pages[0] * size) : (0, 0)
    }
  }
#endif
