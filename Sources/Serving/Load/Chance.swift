#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Random numbers that depend on a seed alone (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Uniform, above 0 and up to 1.
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11 + 1) * 0x1p-53
  }

  /// With mean 1: the time between arrivals that know nothing of each other.
  mutating func exponential() -> Double { -log(uniform()) }
}
