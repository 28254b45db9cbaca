import Foundation

/// Waits until a process has ended, for at most twenty seconds.
///
/// It was killed before, but may take a moment to go, and another to be reaped by the process that adopted it; where
/// none reaps orphans (a container without an init), they stay as zombies, and do not run.
package func isGone(_ process: Int32) -> Bool {
  let deadline = ContinuousClock.now + .seconds(20)
  while ContinuousClock.now < deadline {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let isZombie = status?.split(separator: ")").last?.split(separator: " ").first == "Z"
    if isZombie || kill(process, 0) != 0 { return true }
    sched_yield()
  }
  return false
}
