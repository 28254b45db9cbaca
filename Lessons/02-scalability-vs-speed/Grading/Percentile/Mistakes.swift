import LessonKit

extension PercentileGrading {
  static let mistakes = [
    mean, offByOne, unsorted, interpolates, averagesTheMiddle, fromTheLongest, fromTheTop,
    roundsInFloatingPoint,
    roundsDown, roundsToTheNearest, theLongest, equalTimesOnce, shareOfTheWay, onlyTheShorter,
    withoutTheLongest, roundsTheTimes,
  ]

  /// Other formulas by which the same mistakes are made.
  static let variants: [(name: String, function: Function)] = [
    ("rounds-the-times", { try solution($0, $1.map { $0.rounded() }) }),
    ("rounds-the-times", { try solution($0, $1.map { $0.rounded(.up) }) }),
    ("rounds-the-times", { try solution($0, $1.map { $0.rounded(.down) + 0.5 }) }),
    (
      "share-of-the-longest",
      { percentage, times in
        times.sorted().first { $0 >= times.max()! * Double(percentage) / 100 }!
      }
    ),
    (
      "from-the-top",
      { percentage, times in
        times.sorted(by: >)[min(times.count * percentage / 100, times.count - 1)]
      }
    ),
    (
      "from-the-top",
      { percentage, times in
        times.sorted(by: >)[min(rank(percentage, times.count), times.count - 1)]
      }
    ),
    (
      "off-by-one",
      { percentage, times in times.sorted()[min(times.count * percentage / 100, times.count - 1)] }
    ),
    ("share-of-the-way", { percentage, times in mark(percentage, times) }),
    (
      "share-of-the-way",
      { percentage, times in
        let mark = mark(percentage, times)
        return times.filter { $0 <= mark }.max() ?? mark
      }
    ),
    (
      "share-of-the-way",
      { percentage, times in
        let mark = mark(percentage, times)
        return times.sorted().min { abs($0 - mark) < abs($1 - mark) } ?? mark
      }
    ),
    (
      "only-the-shorter",
      { percentage, times in
        let sorted = times.sorted()
        return sorted.last { time in
          times.count { $0 < time } * 100 <= percentage * times.count
        } ?? sorted[0]
      }
    ),
    ("rounds-down", { percentage, times in times.sorted()[(times.count - 1) * percentage / 100] }),
    (
      "without-the-longest",
      { percentage, times in
        times.sorted()[max(0, (times.count - 1) * percentage / 100 - 1)]
      }
    ),
    ("unsorted", { percentage, times in times[min(times.count * percentage / 100, times.count - 1)] }),
    (
      "interpolates",
      { percentage, times in
        let sorted = times.sorted()
        let place = min(max(Double(times.count + 1) * Double(percentage) / 100, 1), Double(times.count)) - 1
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
      }
    ),
  ]

  private static func rank(_ percentage: Int, _ count: Int) -> Int { (count * percentage + 99) / 100 }

  /// The time that lies a percentage of the way from the shortest to the longest.
  private static func mark(_ percentage: Int, _ times: [Double]) -> Double {
    times.min()! + (times.max()! - times.min()!) * Double(percentage) / 100
  }

  private static let mean = Mistake<Function>(
    "the-mean",
    says: """
      You return the mean. One user's very long wait hardly shows in it, and it may be a time that no user waited at all.
      """,
    hint: """
      Nine users wait 10 ms, and one waits 1000. What is your mean, and how many of the ten have waited \
      about as long?
      """
  ) { _, times in
    times.reduce(0, +) / Double(times.count)
  }

  private static let offByOne = Mistake<Function>(
    "off-by-one",
    says:
      """
      You are one place too far. Either you use the rank as an index, but the first rank is 1 and the first index is 0; or you ask for *more* than \
      the percentage, and *at least* that much is enough.
      """,
    hint: """
      Of 40, 10, 30, 20 the 50th percentile is the second time in order. Which index does that have?
      """
  ) { percentage, times in
    times.sorted()[min(times.count - 1, rank(percentage, times.count))]
  }

  private static let unsorted = Mistake<Function>(
    "unsorted",
    says:
      "You count along the times in the order in which they arrived. A rank means something only in sorted order.",
    hint: """
      Write 40, 10, 30, 20 down from the shortest to the longest. Where does your code do that?
      """
  ) { percentage, times in
    times[rank(percentage, times.count) - 1]
  }

  private static let interpolates = Mistake<Function>(
    "interpolates",
    says: """
      You return a time between two of the given times. No user waited that long; the nearest rank is always one of the times.
      """,
    hint: """
      Has any user waited exactly as long as the time that you return? Look for it among the given \
      times.
      """
  ) { percentage, times in
    let sorted = times.sorted()
    let place = Double(sorted.count - 1) * Double(percentage) / 100
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  private static let averagesTheMiddle = Mistake<Function>(
    "averages-the-middle",
    says: """
      For the 50th percentile you average the two times in the middle, as textbooks do for a median. The nearest rank averages nothing: \
      it is the lower of the two, a time that a visitor waited.
      """,
    hint: "Is the time that you return for 40, 10, 30, 20 one of the four?"
  ) { percentage, times in
    let sorted = times.sorted()
    guard percentage == 50, sorted.count.isMultiple(of: 2) else { return try solution(percentage, times) }
    return (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
  }

  private static let fromTheLongest = Mistake<Function>(
    "share-of-the-longest",
    says: """
      You take a percentage of the longest time. The percentage is one of the *answers*: of a hundred users, how long does that share wait at \
      most? The longest time alone says nothing about that.
      """,
    hint: "The times are 1, 1, 1 and 1000. How long do half of the users wait at most?"
  ) { percentage, times in
    times.max()! * Double(percentage) / 100
  }

  private static let fromTheTop = Mistake<Function>(
    "from-the-top",
    says: """
      You count from the longest time down. The percentage counts the users who wait *no longer*, so the line begins with the shortest \
      time.
      """,
    hint: "For the 99th percentile, do you arrive among the long waits or among the short ones?"
  ) { percentage, times in
    times.sorted(by: >)[rank(percentage, times.count) - 1]
  }

  private static let roundsInFloatingPoint = Mistake<Function>(
    "rounds-in-floating-point",
    says: """
      You compute the rank in floating point and round it up. 7 % of 100 is a tiny bit more than 7 there, and rounds up to 8. Whole \
      numbers have no such rest: `(count * percentage + 99) / 100`.
      """,
    hint: "Print `0.07 * 100` with all its digits. What does rounding up make of it?"
  ) { percentage, times in
    times.sorted()[Int((Double(percentage) / 100 * Double(times.count)).rounded(.up)) - 1]
  }

  private static let roundsDown = Mistake<Function>(
    "rounds-down",
    says: """
      You round the rank down, so fewer users than asked for wait no longer than your time. Round it up: *at least* that percentage.
      """,
    hint: """
      Half of three users: are one of the three enough for at least 50 %, or does it take two?
      """
  ) { percentage, times in
    times.sorted()[max(0, times.count * percentage / 100 - 1)]
  }

  private static let roundsToTheNearest = Mistake<Function>(
    "rounds-to-the-nearest",
    says: """
      You round the rank to the nearest whole number. Where that is down, fewer users than asked for wait no longer than your time: \
      always round it up.
      """,
    hint: """
      25 % of five users is 1.25. How many of them have to be no longer than your time, at least?
      """
  ) { percentage, times in
    let rank = Int((Double(times.count * percentage) / 100).rounded())
    return times.sorted()[min(max(rank, 1), times.count) - 1]
  }

  private static let theLongest = Mistake<Function>(
    "the-longest",
    says:
      "You return the longest time. That is the 100th percentile; for every other one, some users may wait longer.",
    hint: """
      The 50th percentile of 1, 2 and 1000: how many users wait no longer than the time that you return?
      """
  ) { _, times in
    times.max()!
  }

  private static let equalTimesOnce = Mistake<Function>(
    "counts-equal-times-once",
    says: """
      You count times that are equal only once. Each of them is a response that a user waited for, so each counts: a time that three \
      users had has three ranks.
      """,
    hint: "Of 6, 9, 6, 6, how many of the four are no longer than 6? Which percentage is that?"
  ) { percentage, times in
    let different = Set(times).sorted()
    return different[rank(percentage, different.count) - 1]
  }

  private static let shareOfTheWay = Mistake<Function>(
    "share-of-the-way",
    says: """
      You go a percentage of the way from the shortest time to the longest. How far apart the times lie says nothing of how many there are: \
      a single very long one moves your mark. Count the *answers*, in sorted order.
      """,
    hint: "The times are 1, 1, 1 and 1001. What is half of the way, and how many of the four wait that long?"
  ) { percentage, times in
    let mark = mark(percentage, times)
    return times.filter { $0 >= mark }.min() ?? times.max()!
  }

  private static let onlyTheShorter = Mistake<Function>(
    "only-the-shorter",
    says: """
      You count the times that are *shorter* than yours, and asked are those that are *no longer*: the time itself counts as well, and so do \
      others that are equal to it. Compare with `<=`.
      """,
    hint: "Of 10, 20, 30 and 40, how many are shorter than 20, and how many are no longer than 20?"
  ) { percentage, times in
    let sorted = times.sorted()
    return sorted.first { time in
      times.count { $0 < time } * 100 >= percentage * times.count
    } ?? sorted[sorted.count - 1]
  }

  private static let roundsTheTimes = Mistake<Function>(
    "rounds-the-times",
    says: """
      You make whole milliseconds of the times, so your answer may be a time that no visitor waited. A histogram does that to be small; asked is \
      one of the given times, as it is.
      """,
    hint: "The only time is 12.7. What is its 50th percentile, and what do you return?"
  ) { percentage, times in try solution(percentage, times.map { $0.rounded(.down) }) }

  private static let withoutTheLongest = Mistake<Function>(
    "without-the-longest",
    says: """
      You leave the longest time out, as if it were an error of the measurement. It is a response that a user waited for, like all the others, and a \
      high percentile is there to show just such times.
      """,
    hint: "What do you return for the 100th percentile of 5 and 2?"
  ) { percentage, times in
    let kept = max(1, times.count - 1)
    return times.sorted()[max(0, rank(percentage, kept) - 1)]
  }
}
