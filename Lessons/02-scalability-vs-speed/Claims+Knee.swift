import LessonKit
import Measurement

extension Claims {
  func claimKnee(_ page: Page) throws {
    let loop = measured[.eventLoop]
    // [00:35] [00:39] [00:43] A number, and how sure it is: the last step that was good, the first that was not.
    judge(
      "capacity-until-it-degrades", at: "00:35",
      "Scalability is how many requests a system handles until its performance degrades.",
      measured: Double(loop.capacity), unit: "users", inVirtualTime: .from(500, to: 625),
      inRealTime: .atLeast(100),
      because:
        "the most users for whom the event loop met the objective; 0.4 ms of work for each allow no more than 625"
        + (loop.degraded.map { "; with \($0) it did not" }
          ?? "; the ramp ended there, so that it may be good for more"))

    // [00:47] Everybody has an answer, and it comes late.
    let serial = measured[.oneAtATime]
    let slow = serial.degraded.flatMap { serial[$0] }
    judge(
      "degrading-is-slow", at: "00:47", "Its performance degrades: response times get really long.",
      measured: slow?.p99.map { $0 / page.ownTime }, unit: "× its own time", inVirtualTime: .exactly(3),
      inRealTime: .atLeast(2.4),
      provided: [Condition("everybody had an answer", slow?.timedOutShare == 0)],
      because: "p99 of one at a time, with \(serial.degraded ?? 0) users: each waits for all others")

    // [00:54] The deadline of a user is over before it is their turn.
    judge(
      "degrading-is-timing-out", at: "00:54", "It may be so bad that requests time out.",
      measured: measured.overrun.timedOutShare * 100, unit: "%", inVirtualTime: .exactly(100),
      inRealTime: .atLeast(10),
      because: "users who had given up after a second, of 20 who are answered one at a time")

    // [00:58] No thread for one more: that user is turned away, and the server goes on.
    judge(
      "degrading-is-refusing", at: "00:58", "It may be that the system crashes.",
      measured: Double(measured.overfull.refused), unit: "refusals", inVirtualTime: .atLeast(20),
      inRealTime: .atLeast(1),
      provided: [
        Condition("it answered the others meanwhile", !measured.overfull.responseTimes.isEmpty),
        Condition("all are answered when there are fewer again", measured.afterwards.refused == 0),
      ],
      because: "20 users more than the server may begin threads; it says so to them, and goes on")
    try claimPoint()
  }

  private func claimPoint() throws {
    let loop = measured[.eventLoop]
    // [01:00] [01:02] The second ramp of the exact servers finds what the first has found.
    let statement = "There is some point at which a system degrades."
    if isExact {
      let ramps = try Discipline.exactRamps()
      let again = Discipline.allCases.map { ramps[$0]!.capacity }
      let different = zip(Discipline.allCases, again).count { measured[$0].capacity != $1 }
      part.claim(
        "there-is-a-knee", at: "01:00", statement, measured: Double(different), unit: "other knees",
        bound: .exactly(0), because: "found twice: \(again.map(String.init).joined(separator: ", ")) users")
    } else {
      judge(
        "there-is-a-knee", at: "01:00", statement,
        measured: Double(Discipline.allCases.count { measured[$0].degraded != nil }), unit: "knees",
        inVirtualTime: .exactly(3),
        inRealTime: .from(2, to: 3),
        because:
          "servers of the three that degraded within the ramp; the one that did not was not loaded enough")
    }

    // [01:05] [01:07] [01:09] Users at once = answers a second × the time of each: Little's law.
    let knee = loop[loop.capacity]
    judge(
      "how-many-at-one-time", at: "01:05",
      "How scalable a system is means: how many requests at one time until it degrades.",
      measured: knee.map { $0.underWay / Double($0.users) }, unit: "× the users",
      inVirtualTime: .from(0.9, to: 1), inRealTime: .from(0.8, to: 1.2),
      because:
        "at the knee of the event loop, throughput times mean response time, over the users that there were: Little's law"
    )
  }
}
