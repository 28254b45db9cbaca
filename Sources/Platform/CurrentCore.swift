/// The core that the calling thread runs on. Linux tells; elsewhere there is no public way to ask.
package enum CurrentCore {
  /// The operating system's number of the core; `nil` where it does not tell.
  package static var number: Int? { number(inStat: SystemFile.text("/proc/thread-self/stat")) }

  /// Reads the field `processor`, the 39th, of `/proc/…/stat` (see `proc_pid_stat(5)`).
  static func number(inStat stat: String) -> Int? {
    // The second field is the thread's name in parentheses, and may contain anything, also spaces and parentheses.
    guard let name = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[name...].dropFirst().split(separator: " ")
    return fields.count > 36 ? Int(fields[36]) : nil
  }
}
