import Foundation
import LessonKit

extension BoundGrading {
  static let mistakes = [
    addsPercentages, timeSaved, sharesAsGains, anyNumberOfCores, asManyAsCores, multipliesSpeedUps, gustafson,
    longestPartOnly,
    smallerOfTwoLimits, timeLeft, gainOnly, largestPartOnly, sharesOnlyDivided, oneCoreSetAside,
    splitsTheCores, averagesTheParts, onePartOnly, spreadsTheRest,
    aCoreForEachPart, endless,
    nothingToSpread, takesOnlyAPartOff, multipliesTheTime, oneCoreMore, sharesAsPercentages, sharesOfTheRest,
    leavesAPartOut, multipliesTheShares, paysForTheCores, oneCoreLessEachTime,
    inWholePerCent,
  ]

  private static let addsPercentages = Mistake<Function>(
    "adds-percentages",
    says: """
      You work out what each part gains by itself, and add the gains. Each of them is a percentage of a different time. Times add \
      up, speed-ups don't: add the shares, work out the new time, and divide at the end.
      """,
    hint: "A program of 100 s: half of it can be spread over 2 cores. How many seconds does it take now?"
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
      """,
    hint: "A program needed 100 s and now needs 50. How many runs fit where one did before?"
  ) { shares, cores in
    1 + shares.reduce(0, +) * (1 - 1 / Double(cores))
  }

  private static let sharesAsGains = Mistake<Function>(
    "shares-as-gains",
    says: """
      You take the shares for the gain. If 20 % of the time can be spread, that doesn't make the program 20 % faster: over many \
      cores this time goes away, which leaves 80 % and makes it 1 / 0.8 = 1.25 times as fast; over few cores some of it stays.
      """,
    hint: "20 s of 100 can be spread over 2 cores. How many seconds are left?"
  ) { shares, _ in
    1 + shares.reduce(0, +)
  }

  private static let anyNumberOfCores = Mistake<Function>(
    "any-number-of-cores",
    says: """
      You return the limit for any number of cores. On the cores that there are, the part that can be spread still takes time: its \
      share, divided by their number.
      """,
    hint: "50 s can be spread over 2 cores. How long do these take on them?"
  ) { shares, _ in
    1 / (1 - shares.reduce(0, +))
  }

  private static let asManyAsCores = Mistake<Function>(
    "as-many-as-cores",
    says: """
      You return the number of cores. That is the speed-up only where the whole program can be spread: what can't be spread takes \
      as long as before, however many cores there are.
      """,
    hint: "Half of 100 s cannot be spread. Can the program be done in 25 s on 4 cores?"
  ) { _, cores in
    Double(cores)
  }

  /// Other formulas by which the same mistakes are made.
  static let variants: [(name: String, function: Function)] = [
    ("largest-part-only", { shares, cores in speedUp(shares.max() ?? 0, cores) - 1 }),
    ("gain-only", { shares, cores in try (solution(shares, cores) - 1) * 100 }),
    ("time-saved", { shares, cores in shares.reduce(0, +) * (1 - 1 / Double(cores)) }),
    ("adds-percentages", { shares, cores in shares.reduce(0) { $0 + speedUp($1, cores) } }),
    ("as-many-as-cores", { shares, cores in Double(cores) * shares.reduce(0, +) }),
    ("one-core-set-aside", { shares, cores in speedUp(shares.reduce(0, +), cores - 1) }),
    ("one-core-set-aside", { shares, cores in speedUp(shares.max() ?? 0, max(1, cores - 1)) }),
    ("splits-the-cores", { splitting($0, cores: Double($1), bound: { $0.reduce(0, +) }) }),
    ("splits-the-cores", { splitting($0, cores: wholeCores($0, $1)) }),
    ("splits-the-cores", { splitting($0, cores: wholeCores($0, $1), bound: { $0.reduce(0, +) }) }),
    ("splits-the-cores", { splitting($0, cores: Double(max(1, $1 - 1))) }),
    (
      "a-core-for-each-part",
      { shares, cores in speedUp(shares.reduce(0, +), max(1, min(cores, shares.count))) }
    ),
    (
      "averages-the-parts",
      { shares, cores in
        shares.isEmpty ? 1 : shares.reduce(0) { $0 + speedUp($1, cores) } / Double(shares.count)
      }
    ),
    ("leaves-a-part-out", { shares, cores in speedUp(shares.dropFirst().reduce(0, +), cores) }),
    ("nothing-to-spread", { shares, cores in shares.isEmpty ? Double(cores) : try solution(shares, cores) }),
    ("nothing-to-spread", { shares, cores in shares.isEmpty ? .infinity : try solution(shares, cores) }),
    ("nothing-to-spread", { shares, cores in shares.isEmpty ? .nan : try solution(shares, cores) }),
    (
      "any-number-of-cores",
      { shares, cores in
        let parallel = shares.reduce(0, +)
        return cores > 64 && parallel < 1 ? 1 / (1 - parallel) : try solution(shares, cores)
      }
    ),
    ("one-part-only", { shares, cores in speedUp(shares.last ?? 0, cores) }),
    ("one-part-only", { shares, cores in speedUp(shares.min() ?? 0, cores) }),
  ]

  /// The speed-up where each part has an equal number of the cores to itself.
  ///
  /// - Parameter bound: which of the parts' shares are waited for: the longest, or one after another.
  private static func splitting(
    _ shares: [Double], cores: Double, bound: ([Double]) -> Double = { $0.max() ?? 0 }
  ) -> Double {
    1 / ((1 - shares.reduce(0, +)) + bound(shares) * Double(shares.count) / cores)
  }

  /// As many cores as are used where each part has a whole number of them, and at least one.
  private static func wholeCores(_ shares: [Double], _ cores: Int) -> Double {
    Double(shares.isEmpty ? cores : max(1, cores / shares.count) * shares.count)
  }

  private static func speedUp(_ share: Double, _ cores: Int) -> Double {
    1 / ((1 - share) + share / Double(cores))
  }

  private static let multipliesSpeedUps = Mistake<Function>(
    "multiplies-speed-ups",
    says: """
      You work out how many times as fast each part makes the program by itself, and multiply. Each of these is a factor on the whole \
      program, but a part that is faster already leaves less for the next. Times add up: add the shares first.
      """,
    hint: "Write down the new time of a program of 100 s, part by part, and add."
  ) { shares, cores in
    shares.reduce(1) { $0 * speedUp($1, cores) }
  }

  private static let gustafson = Mistake<Function>(
    "a-larger-problem",
    says: """
      You let the parallel part count once for each core: (1 - p) + p n, Gustafson's law. It says how much *more* can be done in the same \
      time. Here the program stays the same, and the question is how much sooner it is done: Amdahl's law.
      """,
    hint: "The work stays the same, 100 s in all. What does it take on n cores?"
  ) { shares, cores in
    let parallel = shares.reduce(0, +)
    return (1 - parallel) + parallel * Double(cores)
  }

  private static let longestPartOnly = Mistake<Function>(
    "parts-beside-each-other",
    says: """
      You let the parts run beside each other as well, so that only the longest counts. Each part is spread over all cores already: there \
      is no core left for another part meanwhile.
      """,
    hint: "Two parts of 40 s each, on 2 cores: how much work is that for each core?"
  ) { shares, cores in
    1 / ((1 - shares.reduce(0, +)) + (shares.max() ?? 0) / Double(cores))
  }

  private static let smallerOfTwoLimits = Mistake<Function>(
    "smaller-of-two-limits",
    says: """
      You take the smaller of two limits: the number of cores, and what endlessly many cores would give. Neither is reached while the other \
      counts too: the part that is spread still takes its share divided by the cores, on top of the rest.
      """,
    hint: "50 s that cannot be spread, and 50 s over 2 cores. Add the two times."
  ) { shares, cores in
    min(Double(cores), 1 / (1 - shares.reduce(0, +)))
  }

  private static let timeLeft = Mistake<Function>(
    "time-left",
    says: """
      You return the time that is left, as a share of the old one. How many times as fast the program is now is the old time over the new: \
      1 divided by what you have.
      """,
    hint: "The new time is 0.5 of the old. How many times as fast is that?"
  ) { shares, cores in
    try 1 / solution(shares, cores)
  }

  private static let gainOnly = Mistake<Function>(
    "gain-only",
    says:
      "You return by how much the program gets faster. As fast as before is 1 here, not 0: do not take off 1.",
    hint: "What should come out where nothing can be spread?"
  ) { shares, cores in
    try solution(shares, cores) - 1
  }

  private static let largestPartOnly = Mistake<Function>(
    "largest-part-only",
    says: "You spread only the largest part. All of the parts can be spread: add their shares.",
    hint: "Shares of 0.3 and 0.2: how much of the time can be spread?"
  ) { shares, cores in
    speedUp(shares.max() ?? 0, cores)
  }

  private static let oneCoreSetAside = Mistake<Function>(
    "one-core-set-aside",
    says: """
      You set one core aside for what cannot be spread, and let only the others share the rest. The two do not happen at the same time: \
      while one core does the first, nothing else can go on, and afterwards that core takes its share of the rest as well.
      """,
    hint: "One core has done its 50 s alone. Who works on the other 50 s, of 2 cores?"
  ) { shares, cores in
    speedUp(shares.reduce(0, +), max(1, cores - 1))
  }

  private static let sharesOnlyDivided = Mistake<Function>(
    "forgets-the-rest",
    says: """
      You leave out what cannot be spread. It takes as long as before, and on many cores it is nearly all that is left.
      """,
    hint: "Shares of 0.3 and 0.2: which part of the time is on neither list?"
  ) { shares, cores in
    Double(cores) / shares.reduce(0, +)
  }

  private static let splitsTheCores = Mistake<Function>(
    "splits-the-cores",
    says: """
      You give each part an equal number of the cores for good. The short parts are done early, and their cores are idle while the longest \
      goes on with a few. At best no core is idle: each part is spread over all of them, one part after another.
      """,
    hint:
      "Parts of 60 s and 20 s, on 2 cores each: when is the first of them done, and what do its cores do then?"
  ) { shares, cores in
    splitting(shares, cores: Double(cores))
  }

  private static let averagesTheParts = Mistake<Function>(
    "averages-the-parts",
    says: """
      You take the mean of the parts. Each of them takes time of its own off the program, so two parts of 0.3 are as good as one of 0.6, \
      and not as one of 0.3. Add the shares.
      """,
    hint: "Of 100 s, 60 can be spread, as two parts of 30 s. What does a mean make of them?"
  ) { shares, cores in
    shares.isEmpty ? 1 : speedUp(shares.reduce(0, +) / Double(shares.count), cores)
  }

  private static let onePartOnly = Mistake<Function>(
    "one-part-only",
    says:
      "You spread only one of the parts, as if the others had to be done by one core. All of them can be spread: add their shares.",
    hint: "There are three parts, of 0.2, 0.3 and 0.4. Which of them has your formula seen?"
  ) { shares, cores in
    speedUp(shares.first ?? 0, cores)
  }

  private static let spreadsTheRest = Mistake<Function>(
    "spreads-the-rest",
    says: """
      You have the two parts of the time the wrong way round: you spread what has to be done by one core, and leave the shares as they are. \
      The *shares* are divided by the cores; the rest, 1 minus their sum, is not.
      """,
    hint: "80 s of 100 can be spread over 4 cores. Which of the two, 80 or 20, do you divide by 4?"
  ) { shares, cores in
    let parallel = shares.reduce(0, +)
    return 1 / (parallel + (1 - parallel) / Double(cores))
  }

  private static let aCoreForEachPart = Mistake<Function>(
    "a-core-for-each-part",
    says: """
      You give each part a core of its own, and no more. So a program with a single part gains nothing, however many cores there are. A part that can be spread \
      is cut into as many pieces as there are cores: all of them work on it.
      """,
    hint: "One part of 50 s, and 2 cores: what does the second core do in your formula?"
  ) { shares, _ in
    1 / (1 - shares.reduce(0, +) + (shares.max() ?? 0))
  }

  private static let endless = Mistake<Function>(
    "endless-where-all-is-spread",
    says: """
      Where the whole program can be spread you return an endless speed-up, by a division by 0 or because nothing seems to hold it back. The cores do: \
      on 16 of them all of it still takes a sixteenth of the time, so the program is as many times as fast as there are cores.
      """,
    hint:
      "All of 100 s can be spread over 4 cores. How many seconds are left, and how many times as fast is that?"
  ) { shares, cores in
    shares.reduce(0, +) == 1 ? .infinity : try solution(shares, cores)
  }

  private static let nothingToSpread = Mistake<Function>(
    "nothing-to-spread",
    says: """
      Where no part can be spread you return something else than 1. The program then runs on one core as before, and 1 is as fast as before: \
      the sum of no shares is 0, and the formula holds for that, too.
      """,
    hint:
      "No part can be spread, over 4 cores. How long does the program take now, and how long did it before?"
  ) { shares, cores in shares.isEmpty ? 0 : try solution(shares, cores) }

  private static let takesOnlyAPartOff = Mistake<Function>(
    "takes-only-a-part-off",
    says: """
      You take the share divided by the cores off the time. That is what the part still takes when it is spread, not what is saved: take off the whole share, \
      and add the share divided by the cores.
      """,
    hint:
      "80 s of 100 can be spread over 4 cores. How long do these 80 s take now, and how much time is saved?"
  ) { shares, cores in 1 / (1 - shares.reduce(0, +) / Double(cores)) }

  private static let multipliesTheTime = Mistake<Function>(
    "multiplies-the-time",
    says: """
      You multiply the time of what can be spread by the cores, so that more of them make the program slower. Each core does only its piece of it: \
      divide by the cores.
      """,
    hint: "50 s can be spread over 2 cores. Do these take 100 s, or 25 s?"
  ) { shares, cores in
    let parallel = shares.reduce(0, +)
    return 1 / ((1 - parallel) + parallel * Double(cores))
  }

  private static let oneCoreMore = Mistake<Function>(
    "one-core-more",
    says: """
      You divide by one core more than there is. The core that does what cannot be spread is one of them: all cores together are the number that you \
      are given.
      """,
    hint: "All of the program can be spread, over 2 cores. How many times as fast is it in your formula?"
  ) { shares, cores in speedUp(shares.reduce(0, +), cores + 1) }

  private static let sharesAsPercentages = Mistake<Function>(
    "shares-as-percentages",
    says: """
      You divide the shares by 100, as if they were percentages. A share of 0.5 is half of the program already; 50 % is another word for it.
      """,
    hint:
      "Half of the program can be spread. Which number do you get for that, and what does your formula make of it?"
  ) { shares, cores in speedUp(shares.reduce(0, +) / 100, cores) }

  private static let sharesOfTheRest = Mistake<Function>(
    "shares-of-the-rest",
    says: """
      You take each share of what the parts before it have left. All shares are of the same time, that of the whole program on one core: add them.
      """,
    hint: "Two parts of 0.5. How much of the program can be spread, and how much in your formula?"
  ) { shares, cores in speedUp(1 - shares.reduce(1) { $0 * (1 - $1) }, cores) }

  private static let leavesAPartOut = Mistake<Function>(
    "leaves-a-part-out",
    says: """
      You leave one of the parts out, the first or the last one on the list. All parts can be spread: add up all their shares, from the \
      first to the last.
      """,
    hint: "Go through your loop with a list of one part. How often does it run?"
  ) { shares, cores in speedUp(shares.dropLast().reduce(0, +), cores) }

  private static let multipliesTheShares = Mistake<Function>(
    "multiplies-the-shares",
    says: """
      You multiply the shares with each other. A second part then makes less of the program that can be spread, when it is more: the parts run one \
      after another, and their shares add up.
      """,
    hint: "Parts of 0.5 and 0.3: how much of the program can be spread, 0.15 or 0.8?"
  ) { shares, cores in speedUp(shares.isEmpty ? 0 : shares.reduce(1, *), cores) }

  private static let paysForTheCores = Mistake<Function>(
    "pays-for-the-cores",
    says: """
      You add time that the cores themselves cost, as for dividing the work and for talking to each other. Real programs pay for that. Asked for is how fast the \
      program becomes at best, and at best it costs nothing.
      """,
    hint:
      "All of the program can be spread, over 16 cores. What is the most that they can reach, and what do you return?"
  ) { try paying(0.01, for: Double($1 - 1), $0, $1) }

  /// What a candidate may add to the time for the cores, at the price that it shows at the head's example.
  static func prices(of candidate: Function) -> [(name: String, function: Function)] {
    let amounts: [@Sendable (Int) -> Double] = [
      { Double($0 - 1) }, { Double($0) }, { _ in 1 }, { log2(Double($0)) },
    ]
    let (shares, cores) = programs[0]
    note(question: text(shares, cores))
    guard let yours = try? candidate(shares, cores), let right = try? solution(shares, cores), yours > 0,
      yours < right
    else { return [] }
    let extra = 1 / yours - 1 / right
    return amounts.map { amount in
      ("pays-for-the-cores", { try paying(extra / amount(cores), for: amount($1), $0, $1) })
    }
  }

  private static func paying(_ price: Double, for number: Double, _ shares: [Double], _ cores: Int) throws
    -> Double
  {
    1 / (1 / (try solution(shares, cores)) + price * number)
  }

  private static let oneCoreLessEachTime = Mistake<Function>(
    "one-core-less-each-time",
    says: """
      You give each part one core less than the part before it. The parts run one after another: when a part is done, all its cores are free again, and the \
      next part is spread over all of them.
      """,
    hint: "The first of two parts is done. How many cores are busy then, and how many can the second one use?"
  ) { shares, cores in
    let time = shares.enumerated().reduce(1 - shares.reduce(0, +)) {
      $0 + $1.element / Double(max(1, cores - $1.offset))
    }
    return 1 / time
  }

  private static let inWholePerCent = Mistake<Function>(
    "in-whole-per-cent",
    says: """
      You count in whole per cent, and lose what is less than one: 100 % over 16 cores are 6.25 % of the time for each, and you go on with 6. Leave the shares as \
      they are, and divide them by `Double(cores)`.
      """,
    hint: "What is `100 / 16` in Swift, and what is `1.0 / 16.0`?"
  ) { shares, cores in
    let percent = Int((shares.reduce(0, +) * 100).rounded())
    let left = 100 - percent + percent / cores
    return left > 0 ? 100 / Double(left) : Double(cores)
  }
}
