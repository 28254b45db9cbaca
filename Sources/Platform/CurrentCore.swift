/// The core that the calling thread runs on. Linux tells; elsewhere there is no public way to ask.
package enum CurrentCore {
  /// The operating system's number of the core; `nil` where it does not tell.
  package static var number: Int? { SystemFile.field(39, inStat: SystemFile.text("/proc/thread-self/stat")) }
}
