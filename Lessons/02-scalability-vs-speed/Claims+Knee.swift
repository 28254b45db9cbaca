import LessonKit
import Measurement
import Serving

extension Claims {
  func claimKnee(_ ramps: Ramps, again: Ramps) {
    let knee = ramps[.eventLoop]
    let most = Prediction.eventLoop(.usual, within: Laboratory.objective.responseTime)
    // [00:35] [00:39] [00:43] A number, and how sure it is: the last load that was good, the first that was not.
    judge(
      "capacity-until-it-degrades", at: "00:35",
      "Scalability is how many requests a system handles until its performance degrades.",
      measured: Double(knee.holds), unit: "users", inVirtualTime: .from(0.98 * most, to: most),
      inRealTime: .from(100, to: most),
      because:
        "the most users for whom the event loop met the objective; 250 ms / 0.4 ms of work allow no more than "
        + "\(Int(most))" + (knee.breaks.map { "; with \($0) it did not" } ?? ""))

    // [01:00] [01:02] Two ramps of the exact servers find the same; real ones all come to an end.
    let others = Discipline.allCases.count { ramps[$0].holds != again[$0].holds }
    let found = Discipline.allCases.count { ramps[$0].breaks != nil }
    judge(
      "there-is-a-knee", at: "01:00", "There is some point at which a system degrades.",
      measured: Double(isExact ? found - others : found), unit: "knees", inVirtualTime: .exactly(3),
      inRealTime: .exactly(3),
      because: isExact
        ? "servers of the three whose knee is at the same number of users when it is looked for a second time: "
          + Discipline.allCases.map { "\(again[$0].holds)" }.joined(separator: ", ")
        : "servers of the three that degraded within the ramp")

    // [01:05] [01:07] [01:09] Users at once = answers a second × the time of each: Little's law.
    let best = ramps.atKnee(.eventLoop)
    let cut = best.map { Prediction.cut($0.responseTimes.mean, over: $0.elapsed) } ?? 0
    judge(
      "how-many-at-one-time", at: "01:05",
      "How scalable a system is means: how many requests at one time until it degrades.",
      measured: best.map { $0.concurrency / Double(knee.holds) }, unit: "× the users",
      inVirtualTime: .from(1 - cut, to: 1 + cut), inRealTime: .from(1 - cut, to: 1 + cut),
      because:
        "at the knee of the event loop, throughput times mean response time, over the users that there were: Little's "
        + "law, but for the request of each that either end of the measurement cuts")
  }
}
