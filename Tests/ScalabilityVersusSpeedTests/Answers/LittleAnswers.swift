@testable import LittleExercise

/// Answers to `little`.
enum LittleAnswers {
  static let right: [(String, LittleGrading.Function)] = [
    ("by one user's rate", { rate, time, pause in rate / (1000 / (time + pause)) }),
    ("those who wait and those who read", { rate, time, pause in rate * time / 1000 + rate * pause / 1000 }),
  ]

  static let wrong: [(String, String?, LittleGrading.Function)] = [
    ("only those under way", "counts-only-who-waits", { rate, time, _ in time * rate / 1000 }),
    ("in milliseconds", "forgets-the-unit", { rate, time, pause in (time + pause) * rate }),
    ("per minute", "forgets-the-unit", { rate, time, pause in rate * (time + pause) / 60_000 }),
    ("the wrong way round", "divides-the-rate", { rate, time, pause in (time + pause) / 1000 / rate }),
    ("what one user gets", "one-users-rate", { _, time, pause in 1 / ((time + pause) / 1000) }),
    (
      "no half users", "whole-users-only",
      { rate, time, pause in Double(Int(rate * (time + pause) / 1000)) }
    ),
    (
      "whole milliseconds", "cuts-the-times-off",
      { rate, time, pause in rate * Double(Int(time) + Int(pause)) / 1000 }
    ),
    (
      "the longer of the two", "pause-beside-the-wait",
      { rate, time, pause in rate * max(time, pause) / 1000 }
    ),
    (
      "the pause once", "multiplies-only-one-time",
      { rate, time, pause in rate * time / 1000 + pause / 1000 }
    ),
    ("the wait once", "multiplies-only-one-time", { rate, time, pause in time / 1000 + rate * pause / 1000 }),
    (
      "by the share of those who wait", "divides-by-zero",
      { rate, time, pause in rate * time / 1000 * (1 + pause / time) }
    ),
    (
      "by the share of the wait", "divides-by-zero",
      { rate, time, pause in rate * time / 1000 / (time / (time + pause)) }
    ),
    (
      "scaled up from those who wait", "nobody-waits-so-none-are-there",
      { rate, time, pause in
        let waiting = rate * time / 1000
        return waiting == 0 ? 0 : waiting / (time / (time + pause))
      }
    ),
    // Near: no users where there is no pause.
    (
      "no pause", "misses-a-special-case",
      { rate, time, pause in pause == 0 ? 0 : rate * (time + pause) / 1000 }
    ),
    ("a constant", "always-the-same", { _, _, _ in 5 }),
    ("a sum", nil, { rate, time, pause in rate + time + pause }),
    // In proportion to the times; the sum is in proportion to neither.
    (
      "by the answers twice", "not-in-proportion-to-the-answers",
      { rate, time, pause in rate * rate * (time + pause) / 1000 }
    ),
    // In proportion to the answers.
    (
      "by a root of the round", "not-in-proportion-to-the-times",
      { rate, time, pause in rate * ((time + pause) / 1000).squareRoot() }
    ),
    // Near: a root of one of the times alone.
    (
      "by a root of the wait", "leaves-the-pause-out",
      { rate, time, _ in rate * (time / 1000).squareRoot() }
    ),
    (
      "by a root of the pause", "leaves-the-response-time-out",
      { rate, _, pause in rate * (pause / 1000).squareRoot() }
    ),
    ("by the answers alone", "leaves-the-times-out", { rate, _, _ in rate * rate + 3 }),
    // Near: one of the times makes a difference.
    ("by the answers and the wait", "leaves-the-pause-out", { rate, time, _ in rate * rate + 3 + time }),
    ("by the times alone", "leaves-the-rate-out", { _, time, pause in time * pause + 3 }),
    // Near: all that is given makes a difference.
    ("by the times, and the answers added", nil, { rate, time, pause in time * pause + 3 + rate }),
    (
      "one of those who read twice", "counts-only-who-reads",
      { rate, _, pause in rate * pause / 1000 + (rate > 0 ? 1 : 0) }
    ),
    (
      "none where the wait is 0, and the wait beside the pause", "pause-beside-the-wait",
      { rate, time, pause in time == 0 ? 0 : rate * max(time, pause) / 1000 }
    ),
  ]
}
