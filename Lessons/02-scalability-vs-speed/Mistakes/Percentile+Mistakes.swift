extension Mistakes {
  enum Percentile {
    /// What most dashboards show first.
    static func mean(_ percentage: Int, of times: [Double]) -> Double {
      times.reduce(0, +) / Double(times.count)
    }

    /// The rank as an index, as if arrays began at 1.
    static func offByOne(_ percentage: Int, of times: [Double]) -> Double {
      times.sorted()[min(times.count - 1, (times.count * percentage + 99) / 100)]
    }

    /// Takes the times as they came.
    static func unsorted(_ percentage: Int, of times: [Double]) -> Double {
      times[(times.count * percentage + 99) / 100 - 1]
    }

    /// A value between two of the times, which nobody waited for.
    static func interpolates(_ percentage: Int, of times: [Double]) -> Double {
      let sorted = times.sorted()
      let place = Double(sorted.count - 1) * Double(percentage) / 100
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
  }
}
