import LessonKit

extension KneeGrading {
  static let mistakes = [
    peakOfThroughput, meanNotTail, ignoresErrors, firstNoisySample, lastGoodAnywhere, firstBadStep,
    fastOrWithoutErrors,
    neverTheLast, countsAllSlips, strictlyBelow, lastOfAll, searchesByHalves, averagesWithNeighbours,
    moreThanTwoInARow, noiseAsGood, lowestTail, ignoresErrorsOfTheNext,
    givesUpAtTheFirst, errorsEndTheRamp,
  ]

  private static let ignoresErrorsOfTheNext = Mistake<Function>(
    "ignores-the-errors-of-the-next",
    says: """
      When a step fails you look at the next one's p99 alone. If that one had errors, it fails as well, however fast it was: two in a row, and \
      the server gives way. Ask both steps the same question.
      """,
    hint:
      "200 ms are the objective. A step has a p99 of 300, and the next one 100 and 5 errors. How many of the two fail?"
  ) { ramp, objective in
    var best = 0
    for (place, step) in ramp.enumerated() {
      if meets(step, objective) {
        best = step.users
      } else if place + 1 == ramp.count || ramp[place + 1].p99 > objective {
        return best
      }
    }
    return best
  }

  private static let givesUpAtTheFirst = Mistake<Function>(
    "gives-up-at-the-first-step",
    says: """
      You return 0 where the first step fails, even if the next one is good. Further up you take a single bad step for noise, and it may be \
      noise at the very beginning just as well: only if the next one fails, too, the server has given way.
      """,
    hint: "The first step fails, and the two behind it are good. How many bad steps in a row are that?"
  ) { ramp, objective in
    guard let first = ramp.first, meets(first, objective) else { return 0 }
    return try solution(ramp, objective)
  }

  private static let errorsEndTheRamp = Mistake<Function>(
    "errors-end-the-ramp",
    says: """
      You take a single bad step for noise only where it is slow: where it has errors, you end the ramp. An error may be noise as well, a connection \
      that broke off for instance. If the next step meets the objective, the server has not given way.
      """,
    hint: "One step has two errors, and the next has none and is fast. How many bad steps in a row are that?"
  ) { ramp, objective in
    try solution(Array(ramp.prefix { $0.errors == 0 }), objective)
  }

  private static func meets(_ step: RampStep, _ objective: Double) -> Bool {
    step.p99 <= objective && step.errors == 0
  }

  /// The same mistakes by another road.
  static let others: [(name: String, function: Function)] =
    [
      ("searches-by-halves", searchesForTheLastGoodOne),
      ("the-lowest-tail", { ramp, _ in ramp.min { $0.p99 < $1.p99 }?.users ?? 0 }),
      (
        "takes-noise-for-good",
        { ramp, objective in
          var best = 0
          for (place, step) in ramp.enumerated() {
            let isFollowedByAGoodOne = place + 1 < ramp.count && meets(ramp[place + 1], objective)
            if meets(step, objective) || isFollowedByAGoodOne { best = step.users } else { break }
          }
          return best
        }
      ),
    ]
    // Smooth p99, and then: up to the first bad step, by the rule of two in a row, or the last good one anywhere.
    + averages.flatMap { (average: @escaping Smoothing) -> [(name: String, function: Function)] in
      let upToABadOne: Function = { ramp, objective in
        average(ramp).prefix { meets($0, objective) }.last?.users ?? 0
      }
      let byTheRule: Function = { try solution(average($0), $1) }
      let anywhere: Function = { ramp, objective in
        average(ramp).last { meets($0, objective) }?.users ?? 0
      }
      let name = "averages-with-its-neighbours"
      return [(name, upToABadOne), (name, byTheRule), (name, anywhere)]
    }

  private static let searchesForTheLastGoodOne: Function = { ramp, objective in
    var (low, high) = (0, ramp.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if meets(ramp[middle], objective) { low = middle } else { high = middle - 1 }
    }
    return low < ramp.count && meets(ramp[low], objective) ? ramp[low].users : 0
  }

  private typealias Smoothing = @Sendable ([RampStep]) -> [RampStep]

  /// Ways to make a ramp smooth: the mean of three, the middle one of three, and the mean with the step before.
  private static let averages: [Smoothing] = [
    { smooth($0, before: 1, after: 1) { $0.reduce(0, +) / Double($0.count) } },
    { smooth($0, before: 1, after: 1) { $0.sorted()[$0.count / 2] } },
    { smooth($0, before: 1, after: 0) { $0.reduce(0, +) / Double($0.count) } },
    { smooth($0, before: .max, after: 0) { $0.reduce(0, +) / Double($0.count) } },
  ]

  /// A ramp where each p99 is made of those around it.
  private static func smooth(
    _ ramp: [RampStep], before: Int, after: Int, _ average: ([Double]) -> Double
  ) -> [RampStep] {
    ramp.indices.map { place in
      var step = ramp[place]
      step.p99 = average(
        ramp[(place - min(place, before))...min(place + after, ramp.count - 1)].map(\.p99))
      return step
    }
  }

  private static let peakOfThroughput = Mistake<Function>(
    "peak-of-throughput",
    says: """
      You return the step with the most answers a second. By then users may have been waiting too long for a while: throughput \
      stays up while response times grow.
      """,
    hint: "Where is your answer in the picture: above the line of the objective, or below it?"
  ) { ramp, _ in
    ramp.max { $0.throughput < $1.throughput }?.users ?? 0
  }

  private static let meanNotTail = Mistake<Function>(
    "the-mean-not-the-tail",
    says: """
      You judge by the mean. It looks fine while one request in a hundred takes far too long; the objective is about p99.
      """,
    hint: """
      Which of the two is the objective about, `mean` or `p99`? Search your code for the other one.
      """
  ) { ramp, objective in
    try solution(changed(ramp) { $0.p99 = $0.mean }, objective)
  }

  private static let ignoresErrors = Mistake<Function>(
    "ignores-errors",
    says: """
      You ignore the errors. A refused request has no response time, so a server that refuses many of them looks fast.
      """,
    hint: "A step with a p99 of 100 ms and 90 refusals: would you be content as one of its users?"
  ) { ramp, objective in
    try solution(changed(ramp) { $0.errors = 0 }, objective)
  }

  private static let firstNoisySample = Mistake<Function>(
    "the-first-noisy-sample",
    says: """
      You stop at the first bad step, although the next one is good again. One bad sample is noise; two in a row are a knee.
      """,
    hint: """
      At a bad step, what do you have to know of the step behind it before you give the server up?
      """
  ) { ramp, objective in
    ramp.prefix { $0.p99 <= objective && $0.errors == 0 }.last?.users ?? 0
  }

  private static let lastGoodAnywhere = Mistake<Function>(
    "the-last-good-anywhere",
    says: """
      You return the last good step of the whole ramp. After two bad steps in a row the server is given up: a good step further up is luck, \
      and no one would run a server there.
      """,
    hint: """
      In the picture, find the first two bad steps next to each other. Is your answer behind them?
      """
  ) { ramp, objective in
    ramp.last { meets($0, objective) }?.users ?? 0
  }

  private static let firstBadStep = Mistake<Function>(
    "the-first-bad-step",
    says: """
      You return the users of the step at which the server gives way. The question is how many it is still good enough for: the last good \
      step before it.
      """,
    hint: "Does the step that you return meet the objective itself?"
  ) { ramp, objective in
    for place in ramp.indices where !meets(ramp[place], objective) {
      if place + 1 == ramp.count || !meets(ramp[place + 1], objective) { return ramp[place].users }
    }
    return ramp.last?.users ?? 0
  }

  private static let fastOrWithoutErrors = Mistake<Function>(
    "fast-or-without-errors",
    says: """
      You count a step as good if it is fast *or* has no errors. It has to be both: a server that refuses is fast, and one that answers \
      everything late has no errors.
      """,
    hint: """
      Write down the four combinations of fast or slow, with or without errors. Which of them are good?
      """
  ) { ramp, objective in
    // A step that is one of the two is made to be both.
    try solution(
      changed(ramp) { step in
        if step.p99 <= objective || step.errors == 0 { (step.p99, step.errors) = (0, 0) }
      }, objective)
  }

  private static let neverTheLast = Mistake<Function>(
    "never-the-last-step",
    says: """
      You never look at the last step as a good one: a ramp that is good to its end loses its top, and one of a single good step gives 0. \
      Pairs of neighbours are one fewer than the steps.
      """,
    hint: "A ramp of one good step: how often does your loop run?"
  ) { ramp, objective in
    var best = 0
    for (step, next) in zip(ramp, ramp.dropFirst()) {
      if meets(step, objective) { best = step.users } else if !meets(next, objective) { return best }
    }
    return best
  }

  private static let countsAllSlips = Mistake<Function>(
    "counts-all-slips",
    says: """
      You give the server up at its second bad step, wherever that is. Two slips far apart are noise, each by itself; only two bad steps \
      *in a row* are a knee.
      """,
    hint: "Bad, good, bad: are these two bad steps in a row? When does your counter go back to 0?"
  ) { ramp, objective in
    var (best, slips) = (0, 0)
    for step in ramp {
      if meets(step, objective) { best = step.users } else { slips += 1 }
      if slips == 2 { return best }
    }
    return best
  }

  private static let strictlyBelow = Mistake<Function>(
    "strictly-below",
    says: "You ask for a p99 *below* the objective. One that is just the objective meets it: use `<=`.",
    hint: "The objective is 200 ms, and p99 is 200. Is that longer than the objective?"
  ) { ramp, objective in
    try solution(changed(ramp) { if $0.p99 >= objective { $0.p99 = .infinity } }, objective)
  }

  private static let lastOfAll = Mistake<Function>(
    "the-last-of-all",
    says: """
      You return the last step of the ramp, whether it meets the objective or not. The ramp goes on beyond what the server can do, so that \
      one sees where it gives way: compare each step's p99 and errors with what is asked for.
      """,
    hint:
      "The last step of a ramp has a p99 of 700 ms, and the objective is 200. Do you look at the two numbers anywhere?"
  ) { ramp, _ in ramp.last?.users ?? 0 }

  private static let searchesByHalves = Mistake<Function>(
    "searches-by-halves",
    says: """
      You halve the ramp, as if all steps before a good one were good, and all behind a bad one bad. One noisy step in the middle sends you to \
      the wrong half, and two bad ones at the front are never looked at. Go up the ramp step by step.
      """,
    hint: "A noisy step in the middle: which of the steps behind it does your code look at?"
  ) { ramp, objective in
    var (low, high) = (0, ramp.count)
    while low < high {
      let middle = (low + high) / 2
      if meets(ramp[middle], objective) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : ramp[low - 1].users
  }

  private static let averagesWithNeighbours = Mistake<Function>(
    "averages-with-its-neighbours",
    says: """
      You average each p99 with others around it before you compare. That spreads a bad step over its good neighbours, and makes a bad one of \
      them look good. Judge each step by its own p99; noise is told by the rule: one that fails and one behind it that doesn't.
      """,
    hint:
      "A p99 of 110, 700 and 120, and an objective of 200: which of the three steps meet it, and which by your average?"
  ) { ramp, objective in
    averages[0](ramp).prefix { meets($0, objective) }.last?.users ?? 0
  }

  private static func changed(_ ramp: [RampStep], _ change: (inout RampStep) -> Void) -> [RampStep] {
    ramp.map {
      var step = $0
      change(&step)
      return step
    }
  }

  private static let moreThanTwoInARow = Mistake<Function>(
    "more-than-two-in-a-row",
    says: """
      You give the server up only after more than two bad steps in a row. Two are enough here: that noise strikes twice, one time right after the \
      other, is rare. What comes after that no longer counts.
      """,
    hint: "Count the bad steps in a row that it takes until your loop ends. Are they two?"
  ) { ramp, objective in
    var (best, bad) = (0, 0)
    for step in ramp {
      bad = meets(step, objective) ? 0 : bad + 1
      if bad == 0 { best = step.users }
      if bad == 3 { break }
    }
    return best
  }

  private static let noiseAsGood = Mistake<Function>(
    "takes-noise-for-good",
    says: """
      You return the users of a step that failed. That a single bad step may be noise says only that the server has not given way there; it does not say \
      that the step was good. Return the last step that really meets the objective.
      """,
    hint: "Your loop goes on after a single bad step. Which step has it noted as the best one so far?"
  ) { ramp, objective in
    var best = 0
    for (place, step) in ramp.enumerated() {
      let isFollowedByABadOne = place + 1 < ramp.count && !meets(ramp[place + 1], objective)
      if !meets(step, objective), isFollowedByABadOne { break }
      best = step.users
    }
    return best
  }

  private static let lowestTail = Mistake<Function>(
    "the-lowest-tail",
    says: """
      You return the step with the shortest p99. That is where the users are best off, mostly with very few of them. The question is how many the \
      server can take: any step that meets the objective is good enough, and the last of these counts.
      """,
    hint:
      "With 1 user the p99 is 100 ms, with 2 it is 110, and 200 are acceptable. Which of the two steps do you return?"
  ) { ramp, objective in
    ramp.filter { meets($0, objective) }.min { $0.p99 < $1.p99 }?.users ?? 0
  }
}
