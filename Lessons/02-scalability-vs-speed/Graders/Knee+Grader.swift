import LessonKit

/// Exercise 2.2: how it is told, and how an answer is judged.
enum KneeExercise {
  typealias Function = @Sendable ([RampStep], Double) throws -> Int

  static let exercise = Exercise(
    "knee", question: "For how many users is a server good?", file: "Knee.swift",
    hints: [
      "First a function of one step: does it meet the objective? Two things have to be true.",
      "Go up the ramp and remember the last good step. At a bad one, look at its neighbour: was that bad as well?",
      "Return what you remember at the second bad step in a row, or at the end of the ramp.",
    ],
    learner: { try knee(of: $0, objective: $1) } as Function,
    solution: { Solutions.knee(of: $0, objective: $1) }, mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "peak-of-throughput",
      says:
        "You return where most is answered a second. There the users may long have been waiting too long: throughput stays "
        + "up while response times grow.",
      { Mistakes.Knee.peakOfThroughput(of: $0, objective: $1) }),
    Mistake(
      "the-mean-not-the-tail",
      says:
        "You judge by the mean. It looks good while one in a hundred waits far too long; the objective is about p99.",
      { Mistakes.Knee.meanNotTail(of: $0, objective: $1) }),
    Mistake(
      "ignores-errors",
      says:
        "You ignore the errors. Those who were refused have no response time, so that a server that refuses looks fast.",
      { Mistakes.Knee.ignoresErrors(of: $0, objective: $1) }),
    Mistake(
      "the-first-noisy-sample",
      says:
        "You stop at the first bad step, although the next is good again. One bad sample is noise; two in a row are a knee.",
      { Mistakes.Knee.firstNoisySample(of: $0, objective: $1) }),
  ]

  private static func step(
    _ users: Int, _ throughput: Double, _ mean: Double, _ p99: Double, _ errors: Int = 0
  )
    -> RampStep
  {
    RampStep(users: users, throughput: throughput, mean: mean, p99: p99, errors: errors)
  }

  private static let ramps: [(name: String, steps: [RampStep], objective: Double)] = [
    (
      "a ramp whose tail grows before its mean",
      [
        step(1, 10, 90, 100), step(2, 20, 95, 110), step(4, 38, 100, 300), step(8, 70, 120, 400),
        step(16, 90, 400, 900),
      ],
      200
    ),
    (
      "a ramp with one noisy step",
      [
        step(1, 10, 90, 100), step(2, 19, 210, 260), step(4, 40, 95, 110), step(8, 60, 300, 310),
        step(16, 61, 600, 700),
      ],
      200
    ),
    (
      "a ramp that ends in refusals",
      [
        step(10, 100, 90, 100), step(20, 200, 90, 100), step(40, 210, 90, 100, 7), step(80, 215, 90, 100, 90),
      ], 200
    ),
    ("a ramp without any good step", [step(1, 5, 400, 500), step(2, 5, 800, 900)], 200),
    (
      "a ramp that meets the objective exactly and to its end", [step(1, 10, 90, 200), step(2, 20, 90, 200)],
      200
    ),
    ("no ramp at all", [], 200),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    FormulaTrial.judge(
      ramps.map { name, steps, objective in
        func value(_ knee: Int) -> Double { Double(knee) }
        return FormulaTrial(
          question: name, answer: { value(try candidate(steps, objective)) },
          expected: value(Solutions.knee(of: steps, objective: objective)),
          mistaken: [
            "peak-of-throughput": value(Mistakes.Knee.peakOfThroughput(of: steps, objective: objective)),
            "the-mean-not-the-tail": value(Mistakes.Knee.meanNotTail(of: steps, objective: objective)),
            "ignores-errors": value(Mistakes.Knee.ignoresErrors(of: steps, objective: objective)),
            "the-first-noisy-sample": value(Mistakes.Knee.firstNoisySample(of: steps, objective: objective)),
          ])
      })
  }
}
