import LessonKit
import Measurement

extension Claims {
  func claimGain() {
    // [01:15] [01:18] [01:20] What it costs the one who is alone.
    judge(
      "one-request-not-faster", at: "01:15",
      "To add scalability may make a single request a tiny bit slower.",
      measured: alone(.eventLoop), unit: "×", inVirtualTime: .exactly(1), inRealTime: .from(0.9, to: 1.1),
      because: "the page's time for one user alone, on the event loop over one at a time (medians)")

    // [01:29] [01:34] [01:35] What it brings all of them.
    judge(
      "a-hundred-times-the-users", at: "01:29",
      "It serves ten times the users at once, even a hundred times.",
      measured: ratio(capacity(.eventLoop), capacity(.oneAtATime)), unit: "× the users",
      inVirtualTime: .from(250, to: 312.5),
      inRealTime: .atLeast(100),
      because: "users that the event loop is good for, over those of one at a time")

    // [01:38] [01:40] One process, one serving thread, and as much computing for an answer.
    let cost = [Discipline.eventLoop, .oneAtATime].map { discipline -> Double? in
      let ramp = measured[discipline]
      return ramp[ramp.capacity]?.coreTime?.inMilliseconds
    }
    judge(
      "on-the-same-hardware", at: "01:38", "It does so on exactly the same hardware.",
      measured: cost[0].flatMap { one in cost[1].map { one / $0 } }, unit: "× the CPU time",
      inVirtualTime: .exactly(1),
      inRealTime: .atMost(2),
      because: "CPU time of the serving thread for an answer, event loop over one at a time, each at its knee"
    )

    // [01:46] [01:47] One handler behind three servers.
    judge(
      "several-ways", at: "01:46", "There are a couple of ways to do that.",
      measured: Double(
        [Discipline.threads, .eventLoop].count { capacity($0) >= 10 * capacity(.oneAtATime) }),
      unit: "ways", inVirtualTime: .exactly(2), inRealTime: .atLeast(1),
      because:
        "servers that are good for at least ten times the users of one at a time: threads, and an event loop")
  }
}
