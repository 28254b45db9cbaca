import LessonKit
import Report

/// Exercise 4.3: how it is told, and how an answer is judged.
enum BoundExercise {
  typealias Function = @Sendable ([Double], Int) throws -> Double

  static let exercise = Exercise(
    "bound", question: "How many times as fast can a program get?", file: "Bound.swift",
    hints: [
      "Do not begin with the speed-up. How long does the program take on so many cores, if it took 1 before?",
      "What cannot be spread takes as long as before. What can be spread takes its share, divided by the cores. All parts that "
        + "can be spread may be added first: times add up.",
      "With `parallel` for the sum of the shares: `1 / ((1 - parallel) + parallel / Double(cores))`. That is Amdahl's law.",
    ],
    learner: { try bound(spreading: $0, over: $1) } as Function,
    solution: { Solutions.bound(spreading: $0, over: $1) }, mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "adds-percentages",
      says:
        "You work out what each part gains by itself, and add the gains. Each of these is a percentage of another time. Times add up, "
        + "speed-ups do not: add the shares, work out the new time, and divide at the end.",
      { Mistakes.Bound.addsPercentages(spreading: $0, over: $1) }),
    Mistake(
      "time-saved",
      says:
        "You take the time saved for the speed-up. Who saves 20 % of the time needs 80 %, and is 1 / 0.8 = 1.25 times as fast, not "
        + "1.20 times; who saves half is twice as fast.",
      { Mistakes.Bound.timeSaved(spreading: $0, over: $1) }),
    Mistake(
      "shares-as-gains",
      says:
        "You take the shares for the gain. That 20 % of the time can be spread does not make a program 20 % faster: over many cores this "
        + "time goes away, which leaves 80 % and makes it 1 / 0.8 = 1.25 times as fast; over few cores some of it stays.",
      { Mistakes.Bound.sharesAsGains(spreading: $0, over: $1) }),
    Mistake(
      "any-number-of-cores",
      says:
        "You return the limit for any number of cores. On the cores that there are, what can be spread still takes its time, "
        + "divided by their number.",
      { Mistakes.Bound.anyNumberOfCores(spreading: $0, over: $1) }),
    Mistake(
      "as-many-as-cores",
      says:
        "You return the number of cores. That is the speed-up only where all of the program can be spread.",
      { Mistakes.Bound.asManyAsCores(spreading: $0, over: $1) }),
  ]

  private static let programs: [(shares: [Double], cores: Int)] = [
    ([0.15, 0.05], 1_000_000), ([0.5], 2), ([0.5, 0.3], 8), ([0.8], 4), ([0.9], 1), ([], 4), ([1], 16),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    FormulaTrial.judge(
      programs.map { shares, cores in
        FormulaTrial(
          question:
            "\(shares.isEmpty ? "nothing" : shares.map { "\($0)" }.joined(separator: " and ")) over \(cores) cores",
          answer: { try candidate(shares, cores) }, expected: Solutions.bound(spreading: shares, over: cores),
          mistaken: [
            "adds-percentages": Mistakes.Bound.addsPercentages(spreading: shares, over: cores),
            "time-saved": Mistakes.Bound.timeSaved(spreading: shares, over: cores),
            "shares-as-gains": Mistakes.Bound.sharesAsGains(spreading: shares, over: cores),
            "any-number-of-cores": Mistakes.Bound.anyNumberOfCores(spreading: shares, over: cores),
            "as-many-as-cores": Mistakes.Bound.asManyAsCores(spreading: shares, over: cores),
          ])
      })
  }
}
