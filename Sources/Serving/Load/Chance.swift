import EventLoop
import Foundation

/// Random numbers that depend on a seed alone.
struct Chance {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// Uniform, above 0 and up to 1.
  mutating func uniform() -> Double { Double((random.next() >> 11) + 1) * 0x1p-53 }

  /// With mean 1: the time between arrivals that know nothing of each other.
  mutating func exponential() -> Double { -log(uniform()) }
}
