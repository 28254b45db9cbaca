import Foundation

/// What a process that runs a learner's code sets itself, so that it does no harm even when it is left alone.
package enum Confinement {
  /// How much memory the process may ask for, in bytes: far more than any exercise needs, and little enough that a loop
  /// that never ends does not take the machine down with it.
  private static let memory = 2 << 30

  /// Confines this process from now on.
  package static func begin() {
    endWithParent()
    // A crash is expected here now and then, and its memory is of no use on disk.
    try? ResourceLimit.set(.coreDump, to: 0, isFinal: true)
    // A sanitizer reserves terabytes of addresses from the beginning, and must go on to do so.
    if let used = AddressSpace.inUse, used < memory {
      try? ResourceLimit.set(.addressSpace, to: UInt64(memory), isFinal: true)
    }
  }

  /// Ends the process soon after the one that started it, which could not end it if it was killed.
  private static func endWithParent() {
    let parent = getppid()
    try? SystemThread.detached {
      while getppid() == parent { usleep(100_000) }
      _exit(1)
    }
  }
}
