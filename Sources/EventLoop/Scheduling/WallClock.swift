import Dispatch
import Platform
import Synchronization

/// Real time, as a loop sees it: counted from the loop's creation, and slower by a factor if the reader wants to watch.
final class WallClock: Sendable {
  private let slowdown: Double
  private let origin: UInt64
  private let extra = Atomic<Int64>(0)

  /// - Parameter other: a clock that shows the same time; `nil` for one that begins now.
  init(slowdown: Double, like other: WallClock? = nil) {
    precondition(slowdown > 0, "a slowdown is a factor above zero")
    self.slowdown = slowdown
    origin = other?.origin ?? DispatchTime.now().uptimeNanoseconds
  }

  var now: Duration {
    scaled(DispatchTime.now().uptimeNanoseconds - origin, by: 1 / slowdown)
  }

  /// How late a wait usually ends, at most, on a machine that has a core to spare; what is more comes from others.
  private static let usualLateness = Duration.milliseconds(1)

  /// All that work took longer than the time it was meant to take, and waits too.
  var interference: Duration { .nanoseconds(extra.load(ordering: .relaxed)) }

  /// How many nanoseconds pass on the wall before the loop's clock shows an instant; zero if it is past.
  func nanoseconds(until instant: Duration) -> UInt64 {
    let (moment, now) = (origin + nanoseconds(instant), DispatchTime.now().uptimeNanoseconds)
    return moment > now ? moment - now : 0
  }

  /// Keeps the core busy until the thread has used it for the given time.
  func work(for duration: Duration) {
    let begun = now
    let end = CPUTime.nanosecondsOfThread + nanoseconds(duration)
    var state: UInt64 = 1
    while CPUTime.nanosecondsOfThread < end {
      for _ in 0..<200 { state = state &* 6_364_136_223_846_793_005 &+ 1 }
    }
    withExtendedLifetime(state) {}
    note(now - begun - duration)
  }

  /// Holds the thread, without using the core, for the given time.
  func block(for duration: Duration) {
    let begun = now
    let end = DispatchTime.now().uptimeNanoseconds + nanoseconds(duration)
    while case let now = DispatchTime.now().uptimeNanoseconds, now < end {
      SystemThread.pause(nanoseconds: end - now)
    }
    hasWaited(until: begun + duration)
  }

  /// Notes how late a wait ended that was to end at an instant.
  func hasWaited(until deadline: Duration) {
    let late = now - deadline
    if late > Self.usualLateness { note(late) }
  }

  private func note(_ late: Duration) {
    extra.add(Int64(late.inNanoseconds), ordering: .relaxed)
  }

  /// A duration of the loop as nanoseconds on the wall.
  private func nanoseconds(_ duration: Duration) -> UInt64 {
    let exact = duration.inNanoseconds
    return slowdown == 1 ? exact : UInt64(min(Double(exact) * slowdown, 9e18))
  }

  private func scaled(_ nanoseconds: UInt64, by factor: Double) -> Duration {
    .nanoseconds(factor == 1 ? Int64(nanoseconds) : Int64(Double(nanoseconds) * factor))
  }
}
