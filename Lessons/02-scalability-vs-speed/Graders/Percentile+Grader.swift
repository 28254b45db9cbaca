import LessonKit

/// Exercise 2.1: how it is told, and how an answer is judged.
enum PercentileExercise {
  typealias Function = @Sendable (Int, [Double]) throws -> Double

  static let exercise = Exercise(
    "percentile", question: "How long do so many of a hundred wait at most?", file: "Percentile.swift",
    hints: [
      "Line the times up from the shortest to the longest. How many of them have to lie behind you when you stop?",
      "That many is a share of the count, rounded up: the rank. The first in line has rank 1.",
      "`times.sorted()[(times.count * percentage + 99) / 100 - 1]`: the division of whole numbers rounds down, and 99 more make "
        + "it round up.",
    ],
    learner: { try percentile($0, of: $1) } as Function,
    solution: { Solutions.percentile($0, of: $1) }, mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "the-mean",
      says:
        "You return the mean. One who waits very long hardly shows in it, and nobody need have waited that long.",
      { Mistakes.Percentile.mean($0, of: $1) }),
    Mistake(
      "off-by-one",
      says:
        "You use the rank as an index. The first rank is 1 and the first index is 0, so that you are one too far.",
      { Mistakes.Percentile.offByOne($0, of: $1) }),
    Mistake(
      "unsorted",
      says: "You count along the times as they came. A rank means something in the sorted order alone.",
      { Mistakes.Percentile.unsorted($0, of: $1) }),
    Mistake(
      "interpolates",
      says:
        "You return a time between two of the times. Nobody waited for that; the nearest rank is always one of them.",
      { Mistakes.Percentile.interpolates($0, of: $1) }),
  ]

  private static let questions: [(percentage: Int, times: [Double])] = [
    (50, [40, 10, 30, 20]), (99, [40, 10, 30, 20]), (25, [7, 3, 9, 1]), (100, [5, 2]), (1, [4, 8, 6]),
    (90, [12]),
    (95, (0..<100).map { Double($0 * 37 % 100) + 1 }), (99, (0..<250).map { Double($0 * 83 % 250) * 2 }),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    FormulaTrial.judge(
      questions.map { percentage, times in
        let shown = times.count > 6 ? "\(times.count) times" : times.map { "\($0)" }.joined(separator: ", ")
        return FormulaTrial(
          question: "percentile \(percentage) of \(shown)", answer: { try candidate(percentage, times) },
          expected: Solutions.percentile(percentage, of: times),
          mistaken: [
            "the-mean": Mistakes.Percentile.mean(percentage, of: times),
            "off-by-one": Mistakes.Percentile.offByOne(percentage, of: times),
            "unsorted": Mistakes.Percentile.unsorted(percentage, of: times),
            "interpolates": Mistakes.Percentile.interpolates(percentage, of: times),
          ])
      })
  }
}
