import LessonKit

extension KneeGrading {
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

  static func examine(_ candidate: @escaping Function) -> Finding {
    judge(
      candidate,
      by: ramps.map { name, steps, objective in
        FormulaQuestion(name) { Double(try $0(steps, objective)) }
      })
  }
}
