@testable import PercentileExercise

/// Answers to `percentile`.
enum PercentileAnswers {
  static let right: [(String, PercentileGrading.Function)] = [
    (
      "without sorting",
      { percentage, times in
        times.filter { time in
          times.count { $0 <= time } * 100 >= percentage * times.count
        }.min()!
      }
    )
  ]

  static let wrong: [(String, String?, PercentileGrading.Function)] = [
    (
      "part of the way", "share-of-the-way",
      { percentage, times in
        let mark = times.min()! + (times.max()! - times.min()!) * Double(percentage) / 100
        return times.sorted().first { $0 >= mark } ?? times.max()!
      }
    ),
    (
      "part of the way, as it is", "share-of-the-way",
      { percentage, times in
        let (shortest, longest) = (times.min()!, times.max()!)
        return shortest + Double(percentage) * (longest - shortest) / 100
      }
    ),
    (
      "those that are shorter", "only-the-shorter",
      { percentage, times in
        let sorted = times.sorted()
        for time in sorted
        where sorted.count(where: { $0 < time }) * 100 >= percentage * sorted.count {
          return time
        }
        return sorted.last!
      }
    ),
    (
      "the rank as an index", "off-by-one",
      { percentage, times in
        let rank = (percentage * times.count + 99) / 100
        return times.sorted()[min(rank, times.count - 1)]
      }
    ),
    (
      "more than the percentage", "off-by-one",
      { percentage, times in
        let sorted = times.sorted()
        let place = sorted.indices.first { ($0 + 1) * 100 > percentage * sorted.count }
        return sorted[place ?? sorted.count - 1]
      }
    ),
    (
      "without the longest", "without-the-longest",
      { percentage, times in
        var kept = times.sorted()
        if kept.count > 1 { kept.removeLast() }
        return kept[max(0, (percentage * kept.count + 99) / 100 - 1)]
      }
    ),
  ]
}
