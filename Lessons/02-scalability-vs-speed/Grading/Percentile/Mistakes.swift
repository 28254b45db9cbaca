import LessonKit

extension PercentileGrading {
  static let mistakes = [mean, offByOne, unsorted, interpolates]

  private static let mean = Mistake<Function>(
    "the-mean",
    says: """
      You return the mean. One user's very long wait hardly shows in it, and it may be a time that no user waited at all.
      """
  ) { _, times in
    times.reduce(0, +) / Double(times.count)
  }

  private static let offByOne = Mistake<Function>(
    "off-by-one",
    says:
      "You use the rank as an index. The first rank is 1 but the first index is 0, so you are one place too far."
  ) { percentage, times in
    times.sorted()[min(times.count - 1, (times.count * percentage + 99) / 100)]
  }

  private static let unsorted = Mistake<Function>(
    "unsorted",
    says:
      "You count along the times in the order in which they arrived. A rank means something only in sorted order."
  ) { percentage, times in
    times[(times.count * percentage + 99) / 100 - 1]
  }

  private static let interpolates = Mistake<Function>(
    "interpolates",
    says: """
      You return a time between two of the given times. No user waited that long; the nearest rank is always one of the times.
      """
  ) { percentage, times in
    let sorted = times.sorted()
    let place = Double(sorted.count - 1) * Double(percentage) / 100
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}
