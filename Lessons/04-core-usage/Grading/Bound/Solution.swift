enum BoundSolution {
  /// Amdahl's law: times add up, speed-ups do not. So the new time first, and what it is of the old one at the end.
  static func bound(spreading shares: [Double], over cores: Int) -> Double {
    let parallel = shares.reduce(0, +)
    let time = (1 - parallel) + parallel / Double(cores)
    return 1 / time
  }
}
