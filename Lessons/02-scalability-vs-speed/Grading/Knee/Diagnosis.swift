import Figures
import LessonKit

extension KneeGrading {
  private static func step(
    _ users: Int, _ throughput: Double, _ mean: Double, _ p99: Double, _ errors: Int = 0
  )
    -> RampStep
  {
    RampStep(users: users, throughput: throughput, mean: mean, p99: p99, errors: errors)
  }

  /// A short ramp first; then one for each way in which people go wrong.
  private static let ramps: [(name: String, steps: [RampStep], objective: Double)] = [
    (
      "two good steps and two bad ones",
      [step(1, 10, 90, 100), step(2, 20, 95, 110), step(4, 22, 150, 300), step(8, 23, 300, 600)], 200
    ),
    ("a ramp of a single good step", [step(3, 30, 90, 100)], 200),
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
      "a ramp with two noisy steps far apart",
      [
        step(1, 10, 90, 100), step(2, 19, 210, 260), step(4, 40, 95, 110), step(6, 55, 90, 120),
        step(8, 60, 250, 310),
        step(12, 90, 95, 130), step(16, 100, 95, 140),
      ],
      200
    ),
    (
      "a ramp that recovers after two bad steps",
      [
        step(1, 10, 90, 100), step(2, 20, 95, 110), step(4, 22, 300, 400), step(8, 23, 320, 500),
        step(16, 100, 95, 120),
      ],
      200
    ),
    (
      "a ramp that recovers after three bad steps",
      [
        step(1, 10, 90, 100), step(2, 20, 95, 110), step(4, 22, 300, 400), step(6, 22, 310, 420),
        step(8, 23, 320, 500), step(16, 100, 95, 120),
      ],
      200
    ),
    (
      "a ramp that ends in refusals",
      [
        step(10, 100, 90, 100), step(20, 200, 90, 100), step(40, 210, 90, 100, 7), step(80, 215, 90, 100, 90),
      ], 200
    ),
    (
      "a ramp with a last step that fails",
      [step(1, 10, 90, 100), step(2, 20, 95, 110), step(4, 22, 300, 400)], 200
    ),
    (
      "a ramp that ends slow and with errors",
      [step(1, 10, 90, 100), step(2, 20, 95, 110), step(4, 22, 300, 400, 3), step(8, 23, 500, 900, 40)], 200
    ),
    ("a ramp without any good step", [step(1, 5, 400, 500), step(2, 5, 800, 900)], 200),
    (
      "a ramp that meets the objective exactly and to its end",
      [step(1, 10, 90, 100), step(2, 20, 90, 200), step(4, 40, 100, 200)], 200
    ),
    ("no ramp at all", [], 200),
    (
      "a ramp with a noisy step in the middle",
      [
        step(1, 10, 90, 100), step(2, 20, 90, 110), step(4, 38, 210, 290), step(8, 80, 95, 120),
        step(16, 150, 95, 130),
      ], 200
    ),
    (
      "a ramp whose first step is noisy", [step(1, 8, 180, 250), step(2, 20, 90, 110), step(4, 40, 90, 120)],
      200
    ),
    (
      "a ramp whose first step has errors",
      [step(1, 8, 90, 100, 2), step(2, 20, 90, 110), step(4, 40, 90, 120)], 200
    ),
    (
      "a ramp whose first two steps fail",
      [
        step(1, 5, 180, 250), step(2, 6, 250, 300), step(4, 40, 95, 110), step(8, 80, 95, 120),
        step(16, 150, 95, 130),
      ], 200
    ),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    var finding = judge(
      candidate,
      by: ramps.map { name, steps, objective in
        question(
          "\(name), with an objective of \(Int(objective)) ms\(described(steps))", steps, objective,
          where: ["you get \(name)"])
      },
      andAtRandom: { chance in
        var (steps, users): ([RampStep], Int) = ([], 0)
        for _ in 0..<chance.count(0...8) {
          users += chance.whole(1...3)
          let p99 = chance.one(of: [200, 200.5, 100, 110, Double(chance.whole(0...400)), 300, 310])
          let mean = chance.one(of: [p99, 90, 95, 190, 210])
          let errors = chance.one(of: [0, 0, 0, 1, 50])
          steps.append(step(users, Double(chance.whole(1...9)) * 10, mean, p99, errors))
        }
        let further = steps.map { "\(inWords($0.throughput)) and \(inWords($0.mean))" }.joined(
          separator: ", ")
        return question(
          "a ramp with an objective of 200 ms\(described(steps))"
            + (steps.isEmpty ? "" : " (throughput and mean: \(further))"), steps, 200, where: [])
      }, others: others)
    if finding.outcome == .passed {
      finding.remark = """
        You tell noise from a knee by asking twice. A server that is measured again at the same load would do so as well; it takes longer, \
        and is surer. Next: how far does pencil and paper take you? (capacity)
        """
    }
    return finding
  }

  private static func question(
    _ text: String, _ steps: [RampStep], _ objective: Double, where special: [String]
  ) -> FormulaQuestion<Function> {
    FormulaQuestion(text, where: special) { Double(try $0(steps, objective)) }
      .drawing { drawing(steps, objective, $0, $1) }
  }

  /// The ramp with its objective, and where the two answers lie on it.
  private static func drawing(
    _ steps: [RampStep], _ objective: Double, _ yours: [Double], _ right: [Double]
  ) -> [Figure] {
    guard steps.count > 1 else { return [] }
    func points(_ of: (RampStep) -> Double) -> [(x: Double, y: Double)] {
      steps.map { (x: Double($0.users), y: of($0)) }
    }
    func mark(_ label: String, _ users: Double) -> [CurveFigure.Mark] {
      steps.filter { Double($0.users) == users }.map {
        CurveFigure.Mark(label, x: Double($0.users), y: $0.p99)
      }
    }
    return [
      .curve(
        title: "The ramp, with what you returned and what is right",
        x: .init("users", scale: .logarithmic), y: .init("p99", unit: "ms"),
        series: [.init("p99", points(\.p99)), .init("objective", points { _ in objective })],
        marks: mark("yours", yours[0]) + mark("right", right[0])
          + steps.filter { $0.errors > 0 }.map {
            CurveFigure.Mark("\($0.errors) errors", x: Double($0.users), y: $0.p99)
          })
    ]
  }

  /// The steps as the learner may type them again: users, p99, and errors where there are some.
  private static func described(_ steps: [RampStep]) -> String {
    steps.isEmpty
      ? ""
      : " (users: p99 in ms): "
        + steps.map {
          "\($0.users): \(inWords($0.p99))"
            + ($0.errors > 0 ? " and \($0.errors) error\($0.errors == 1 ? "" : "s")" : "")
        }
        .joined(separator: ", ")
  }

  private static func inWords(_ time: Double) -> String {
    time == time.rounded() ? "\(Int(time))" : "\(time)"
  }
}
