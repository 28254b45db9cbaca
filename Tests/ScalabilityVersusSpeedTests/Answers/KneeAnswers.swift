@testable import KneeExercise

/// Answers to `knee`.
enum KneeAnswers {
  private static func meets(_ step: RampStep, _ objective: Double) -> Bool {
    step.p99 <= objective && step.errors == 0
  }

  static let right: [(String, KneeGrading.Function)] = [
    (
      "the step before two that fail",
      { ramp, objective in
        let fails = ramp.map { !meets($0, objective) }
        let next = fails.dropFirst() + [true]
        let end = zip(fails, next).enumerated().first { $0.element == (true, true) }?.offset ?? ramp.count
        return ramp.prefix(end).last?.users ?? 0
      }
    )
  ]

  static let wrong: [(String, String?, KneeGrading.Function)] = [
    (
      "by halves", "searches-by-halves",
      { ramp, objective in
        var (low, high) = (0, ramp.count)
        while low < high {
          let middle = (low + high) / 2
          if meets(ramp[middle], objective) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : ramp[low - 1].users
      }
    ),
    (
      "by halves, for the last good one", "searches-by-halves",
      { ramp, objective in
        var (low, high) = (-1, ramp.count - 1)
        while low < high {
          let middle = (low + high + 1) / 2
          if meets(ramp[middle], objective) { low = middle } else { high = middle - 1 }
        }
        return low < 0 ? 0 : ramp[low].users
      }
    ),
    (
      "the middle one of three", "averages-with-its-neighbours",
      { ramp, objective in
        var best = 0
        for place in ramp.indices {
          let around = ramp[max(0, place - 1)...min(ramp.count - 1, place + 1)].map(\.p99).sorted()
          guard around[around.count / 2] <= objective, ramp[place].errors == 0 else { break }
          best = ramp[place].users
        }
        return best
      }
    ),
    (
      "either is enough", "fast-or-without-errors",
      { ramp, objective in
        var (best, failures) = (0, 0)
        for step in ramp {
          failures = step.p99 > objective && step.errors > 0 ? failures + 1 : 0
          if failures == 0 { best = step.users }
          if failures == 2 { break }
        }
        return best
      }
    ),
    (
      "the end of the ramp is forgotten", "misses-a-special-case",
      { ramp, objective in ramp.isEmpty ? 7 : try KneeGrading.solution(ramp, objective) }
    ),
    (
      "three in a row", "more-than-two-in-a-row",
      { ramp, objective in
        for place in ramp.indices.dropLast(2)
        where !ramp[place...(place + 2)].contains(where: { meets($0, objective) }) {
          return ramp[..<place].last { meets($0, objective) }?.users ?? 0
        }
        return ramp.last { meets($0, objective) }?.users ?? 0
      }
    ),
    // Near: no number of bad steps in a row ends it.
    (
      "the last good one of all", "the-last-good-anywhere",
      { ramp, objective in ramp.last { meets($0, objective) }?.users ?? 0 }
    ),
    (
      "up to two bad ones, whatever was before", "takes-noise-for-good",
      { ramp, objective in
        let fails = ramp.map { !meets($0, objective) }
        let end = zip(fails, fails.dropFirst()).enumerated().first { $0.element == (true, true) }?.offset
        return ramp.prefix(end ?? ramp.count).last?.users ?? 0
      }
    ),
    (
      "stops before the first step with errors", "errors-end-the-ramp",
      { ramp, objective in
        let end = ramp.firstIndex { $0.errors > 0 } ?? ramp.endIndex
        return try KneeGrading.solution(Array(ramp[..<end]), objective)
      }
    ),
    // Near: errors are noise, and slow steps are not.
    (
      "stops before the first step that is slow", "the-first-noisy-sample",
      { ramp, objective in
        let end = ramp.firstIndex { $0.p99 > objective } ?? ramp.endIndex
        return try KneeGrading.solution(Array(ramp[..<end]), objective)
      }
    ),
    (
      "nothing behind a first step that fails", "gives-up-at-the-first-step",
      { ramp, objective in
        ramp.first.map { meets($0, objective) } == true ? try KneeGrading.solution(ramp, objective) : 0
      }
    ),
    // Near: only behind one that is slow.
    (
      "nothing behind a slow first step", "misses-a-special-case",
      { ramp, objective in
        ramp.first.map { $0.p99 > objective } == true ? 0 : try KneeGrading.solution(ramp, objective)
      }
    ),
    (
      "where the users are best off", "the-lowest-tail",
      { ramp, _ in ramp.min { $0.p99 < $1.p99 }?.users ?? 0 }
    ),
  ]
}
