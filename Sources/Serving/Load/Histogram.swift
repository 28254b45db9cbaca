import Platform

/// Response times, counted in buckets whose width is at most a 128th of their value: a percentile is exact to 0.8 %.
///
/// Log-linear, as in Gil Tene's HdrHistogram: each doubling is cut into 128 equal parts. The least and the greatest are exact.
package struct Histogram: Sendable, Hashable {
  private var buckets: [Int] = []
  /// How many durations were recorded.
  package private(set) var count = 0
  /// The shortest; zero if there is none.
  package private(set) var shortest = Duration.zero
  /// The longest; zero if there is none.
  package private(set) var longest = Duration.zero
  private var sum = Duration.zero

  package init() {}

  /// The arithmetic mean; zero if there is none.
  package var mean: Duration { count == 0 ? .zero : sum / count }

  /// Counts a duration; a negative one as zero.
  package mutating func record(_ duration: Duration) {
    let duration = max(.zero, duration)
    let bucket = Self.bucket(of: duration.inNanoseconds)
    if bucket >= buckets.count { buckets += [Int](repeating: 0, count: bucket + 1 - buckets.count) }
    buckets[bucket] += 1
    shortest = count == 0 ? duration : min(shortest, duration)
    longest = max(longest, duration)
    sum += duration
    count += 1
  }

  /// Counts all that another histogram has counted.
  package mutating func add(_ other: Histogram) {
    guard other.count > 0 else { return }
    if other.buckets.count > buckets.count {
      buckets += [Int](repeating: 0, count: other.buckets.count - buckets.count)
    }
    for (index, amount) in other.buckets.enumerated() { buckets[index] += amount }
    shortest = count == 0 ? other.shortest : min(shortest, other.shortest)
    longest = max(longest, other.longest)
    sum += other.sum
    count += other.count
  }

  /// The percentile by nearest rank: the least duration that at least this share of all does not exceed.
  ///
  /// - Parameter share: from 0 to 1, for example 0.99.
  /// - Returns: zero if there is none.
  package func percentile(_ share: Double) -> Duration {
    precondition((0...1).contains(share), "a percentile is given as a share from 0 to 1")
    guard count > 0 else { return .zero }
    let rank = max(1, Int((share * Double(count)).rounded(.up)))
    var seen = 0
    for (bucket, amount) in buckets.enumerated() {
      seen += amount
      if seen >= rank { return min(max(.nanoseconds(Self.greatest(in: bucket)), shortest), longest) }
    }
    return longest
  }

  /// Up to 255 a bucket a nanosecond; then 128 buckets for each doubling.
  private static func bucket(of nanoseconds: UInt64) -> Int {
    let shift = max(0, 64 - nanoseconds.leadingZeroBitCount - 8)
    return shift << 7 + Int(nanoseconds >> shift)
  }

  private static func greatest(in bucket: Int) -> Int64 {
    let shift = max(0, bucket >> 7 - 1)
    return Int64(clamping: UInt64(bucket - shift << 7 + 1) << shift - 1)
  }
}
