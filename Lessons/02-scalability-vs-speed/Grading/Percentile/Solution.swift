enum PercentileSolution {
  /// Sorted, and counted up to the rank: in whole numbers, so that no rounding puts it off by one.
  static func percentile(_ percentage: Int, of times: [Double]) -> Double {
    let rank = (times.count * percentage + 99) / 100
    return times.sorted()[rank - 1]
  }
}
