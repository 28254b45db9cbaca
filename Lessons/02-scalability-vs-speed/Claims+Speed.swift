import LessonKit
import Measurement
import Serving

extension Claims {
  func claimSpeed(_ ramps: Ramps) {
    let within = Laboratory.objective.responseTime
    let serial = Prediction.oneAtATime(.usual, within: within)
    // [00:10] [00:14] [00:17] Equally fast, and not equally scalable.
    judge(
      "scalability-is-not-speed", at: "00:10",
      "Scalability is not performance, and performance is not speed alone.",
      measured: ratio(ramps[.threads].holds, ramps[.oneAtATime].holds), unit: "× the users",
      inVirtualTime: .exactly(Double(Discipline.threadLimit) / serial),
      inRealTime: .from(10, to: Double(Discipline.threadLimit)),
      provided: [
        Condition(
          "a page takes equally long on both for one user alone",
          alone(.threads, ramps).map { abs($0 - 1) <= part.tolerance(0.1) } ?? false)
      ],
      because:
        "what a server with \(Discipline.threadLimit) threads is good for, over one that answers one at a time, which "
        + "is good for 250 ms / 100.4 ms; a page takes as long on both")

    // [00:26] [00:28] [00:32] A page that is done sooner lets the next one in sooner.
    let faster = Prediction.oneAtATime(Page.usual.faster(by: 10), within: within)
    judge(
      "faster-scales-too", at: "00:26", "A site whose requests are ten times as fast also scales better.",
      measured: ratio(ramps.faster.holds, ramps[.oneAtATime].holds), unit: "× the users",
      inVirtualTime: .exactly(faster / serial), inRealTime: .from(5, to: faster),
      because:
        "users for whom one at a time is enough, with a page in a tenth of the time; whole users make it "
        + "\(Int(faster)) : \(Int(serial)) where theory says 10 : 1")
  }
}
