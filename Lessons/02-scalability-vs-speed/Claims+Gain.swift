import LessonKit
import Measurement
import Serving

extension Claims {
  func claimGain(_ ramps: Ramps) {
    let most = Prediction.eventLoop(.usual, within: Laboratory.objective.responseTime)
    let serial = Prediction.oneAtATime(.usual, within: Laboratory.objective.responseTime)
    // [01:15] [01:18] [01:20] What it costs the one who is alone.
    judge(
      "one-request-not-faster", at: "01:15",
      "To add scalability may make a single request a tiny bit slower.",
      measured: alone(.eventLoop, ramps), unit: "×", inVirtualTime: .exactly(1),
      inRealTime: .from(0.9, to: 1.1),
      because: "the page's time for one user alone, on the event loop over one at a time (medians)")

    // [01:29] [01:34] [01:35] What it brings all of them.
    judge(
      "a-hundred-times-the-users", at: "01:29",
      "It serves ten times the users at once, even a hundred times.",
      measured: ratio(ramps[.eventLoop].holds, ramps[.oneAtATime].holds), unit: "× the users",
      inVirtualTime: .from(0.98 * most / serial, to: most / serial),
      inRealTime: .from(100, to: most),
      because:
        "users that the event loop is good for on its one thread, over those of one at a time, with a page that waits "
        + "for 99.6 % of its time")

    // [01:38] [01:40] One process, one serving thread, and as much computing for an answer.
    let cost = [Discipline.eventLoop, .oneAtATime].map { ramps.atKnee($0)?.coreTime?.inMilliseconds }
    judge(
      "on-the-same-hardware", at: "01:38", "It does so on exactly the same hardware.",
      measured: cost[0].flatMap { one in cost[1].map { one / $0 } }, unit: "× the CPU time",
      inVirtualTime: .exactly(1), inRealTime: .atMost(2),
      because: "CPU time of the serving thread for an answer, event loop over one at a time, each at its knee"
    )

    // [01:46] [01:47] One handler behind three servers.
    judge(
      "several-ways", at: "01:46", "There are a couple of ways to do that.",
      measured: Double(
        [Discipline.threads, .eventLoop].count { ramps[$0].holds >= 10 * ramps[.oneAtATime].holds }),
      unit: "ways", inVirtualTime: .exactly(2), inRealTime: .exactly(2),
      because:
        "servers that are good for at least ten times the users of one at a time: threads, and an event loop")
  }
}
