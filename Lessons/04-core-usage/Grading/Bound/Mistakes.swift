import LessonKit

extension BoundGrading {
  static let mistakes = [addsPercentages, timeSaved, sharesAsGains, anyNumberOfCores, asManyAsCores]

  private static let addsPercentages = Mistake<Function>(
    "adds-percentages",
    says: """
      You work out what each part gains by itself, and add the gains. Each of them is a percentage of a different time. Times add \
      up, speed-ups don't: add the shares, work out the new time, and divide at the end.
      """
  ) { shares, cores in
    shares.reduce(1) { sum, share in
      sum + 1 / ((1 - share) + share / Double(cores)) - 1
    }
  }

  private static let timeSaved = Mistake<Function>(
    "time-saved",
    says: """
      You take the time saved for the speed-up. A program that saves 20 % of its time needs 80 %, and is 1 / 0.8 = 1.25 times as \
      fast, not 1.20 times; one that saves half is twice as fast.
      """
  ) { shares, cores in
    1 + shares.reduce(0, +) * (1 - 1 / Double(cores))
  }

  private static let sharesAsGains = Mistake<Function>(
    "shares-as-gains",
    says: """
      You take the shares for the gain. If 20 % of the time can be spread, that doesn't make the program 20 % faster: over many \
      cores this time goes away, which leaves 80 % and makes it 1 / 0.8 = 1.25 times as fast; over few cores some of it stays.
      """
  ) { shares, _ in
    1 + shares.reduce(0, +)
  }

  private static let anyNumberOfCores = Mistake<Function>(
    "any-number-of-cores",
    says: """
      You return the limit for any number of cores. On the cores that there are, the part that can be spread still takes time: its \
      share, divided by their number.
      """
  ) { shares, _ in
    1 / (1 - shares.reduce(0, +))
  }

  private static let asManyAsCores = Mistake<Function>(
    "as-many-as-cores",
    says: """
      You return the number of cores. That is the speed-up only where the whole program can be spread: what can't be spread takes \
      as long as before, however many cores there are.
      """
  ) { _, cores in
    Double(cores)
  }
}
