import Foundation

/// A line of the chart: how fast it climbs in a year, to 2005 and from then on. The points stand in `Story/TrendData.swift`.
struct Trend: Sendable, Hashable {
  var to2005: Double
  var from2005: Double

  // [00:15] [00:18] The red line is the number of transistors. Moore's law goes on: 41 % a year, nearly as before.
  static let transistors = Trend(to2005: 0.46, from2005: 0.41)

  // [00:20] [00:22] [00:25] [00:28] The blue line is a single thread. It bends in 2005, but it is not flat: 12 % a year.
  static let singleThread = Trend(to2005: 0.45, from2005: 0.12)

  // [00:30] What is flat, and even falls a little, is the clock: a faster one costs too much power.
  static let clock = Trend(to2005: 0.33, from2005: -0.01)

  // [00:40] [00:42] The black line is the number of cores, and it rises where the blue one bends.
  static let cores = Trend(to2005: 0.01, from2005: 0.27)

  // [00:32] [00:35] [00:38] A program on all cores gains from both lines, and so stays on the red one: 1.12 × 1.27 is 1.42.
  static let allCores = Trend(
    to2005: (1 + singleThread.to2005) * (1 + cores.to2005) - 1,
    from2005: (1 + singleThread.from2005) * (1 + cores.from2005) - 1)

  /// How many times as high the line is some years after 2005.
  func gain(after years: Double) -> Double { pow(1 + from2005, years) }
}
