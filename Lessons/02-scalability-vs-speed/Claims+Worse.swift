import LessonKit
import Measurement
import Serving

extension Claims {
  func claimWorse(_ seen: Degraded) {
    let page = Page.usual
    // [00:47] [00:50] Everybody has an answer, and it comes late.
    judge(
      "degrading-is-slow", at: "00:47", "Its performance degrades: response times get really long.",
      measured: seen.slow.answered > 0 ? seen.slow.p99 / page.ownTime : nil, unit: "× its own time",
      inVirtualTime: .exactly(Double(seen.slowUsers)), inRealTime: .atLeast(Double(seen.slowUsers) - 0.1),
      provided: [Condition("everybody had an answer", seen.slow.unanswered == 0)],
      because: "p99 of one at a time with \(seen.slowUsers) users, where each waits for all others")

    // [00:54] The deadline of a user is over before it is their turn.
    let share = 1 - Laboratory.deadline / (page.ownTime * Worse.crowd)
    judge(
      "degrading-is-timing-out", at: "00:54", "It may be so bad that requests time out.",
      measured: Double(seen.late.timedOut) / Double(max(1, seen.late.requests)) * 100, unit: "%",
      inVirtualTime: .exactly(100), inRealTime: .atLeast((share * 100).rounded(.down)),
      because:
        "users who had given up after a second, of \(Worse.crowd) who are answered one at a time: in a second "
        + "it has time for 9 of them, and some of that goes to answers that nobody waits for any more")

    // [00:58] No thread for one more: that user is turned away, and the server goes on.
    let statement = "It may be that the system crashes."
    switch seen.full {
    case .failure(let obstacle):
      part.cannotMeasure("degrading-is-refusing", at: "00:58", statement, because: obstacle.reason)
    case .success(let full):
      judge(
        "degrading-is-refusing", at: "00:58", statement, measured: Double(full.full.turnedAway),
        unit: "refusals", inVirtualTime: full.bound, inRealTime: full.bound,
        provided: [
          Condition("it answered the others meanwhile", full.full.answered > 0),
          Condition("it reported that it has no thread for one more", !full.reports.isEmpty || isExact),
          Condition(
            "all are answered when there are fewer again",
            full.afterwards.turnedAway == 0 && full.afterwards.answered > 0),
          Condition("it ended in good order", full.endedWell),
        ],
        because: isExact
          ? "\(full.users - Discipline.threadLimit) users more than threads, each turned away every "
            + "10 ms for a second, or a little later where others compute meanwhile"
          : "\(full.users - SmallRoom.threads) users more than there was room for; the server lived on")
    }
  }
}
