import LessonKit
import Measurement

extension Claims {
  func claimSpeed(_ page: Page) {
    // [00:10] [00:14] [00:17] Equally fast, and not equally scalable.
    judge(
      "scalability-is-not-speed", at: "00:10",
      "Scalability is not performance, and performance is not speed alone.",
      measured: ratio(capacity(.threads), capacity(.oneAtATime)), unit: "× the users",
      inVirtualTime: .exactly(100),
      inRealTime: .atLeast(10),
      provided: [
        Condition(
          "a page takes equally long on both for one user alone",
          alone(.threads).map { abs($0 - 1) <= part.tolerance(0.1) } ?? false)
      ],
      because:
        "what a server with threads is good for, over one that answers one at a time; a page takes as long on both"
    )

    // [00:26] [00:28] [00:32] A page that is done sooner lets the next one in sooner.
    judge(
      "faster-scales-too", at: "00:26", "A site whose requests are ten times as fast also scales better.",
      measured: ratio(Double(measured.faster.capacity), capacity(.oneAtATime)), unit: "× the users",
      inVirtualTime: .exactly(12),
      inRealTime: .from(5, to: 15),
      because:
        "users for whom one at a time is enough, with a page in a tenth of the time; whole users make it 24 : 2 "
        + "where theory says 10 : 1")
  }
}
