import Console
import LessonKit
import Measurement
import Serving

// All that the lecture claims, in its order, part by part.

extension Until {
  private static var time: Duration { Degrading.objective.responseTime }
  private static var serial: Double { Capacity.oneAtATime(.usual, within: time) }
  private static var mostOfLoop: Double { Capacity.eventLoop(.usual, within: time) }
  /// How many users wait for one page after another, if a page takes a tenth of its time: whatever ``Page/faster(by:)`` makes of it.
  private static var tenTimesAsFast: Double { (time / (Page.usual.ownTime / 10)).rounded(.down) }

  static let claims: [Claim<Evidence>] = [
    Claim(
      "scalability-is-not-speed", at: "00:10",
      "Scalability is not performance, and performance is not speed alone.",
      unit: "× the users", measured: { $0.ramps.ratio($0.ramps[.threads], $0.ramps[.oneAtATime]) },
      bound: .exactly(
        Double(Discipline.threadLimit) / serial, inRealTime: 10...Double(Discipline.threadLimit)),
      provided: .that(
        "a page takes equally long on both for a single user", .exactly(1, inRealTime: 0.9...1.1)
      ) {
        $0.ramps.alone(.threads) ?? .nan
      },
      needs: .knees(of: .oneAtATime, .threads),
      because: {
        "The server copes with \(users($0.ramps[.threads])) with \(Discipline.threadLimit) threads, and with "
          + "\(users($0.ramps[.oneAtATime])) one at a time; a single page takes the same 100 ms on both."
      }),
    Claim(
      "faster-scales-too", at: "00:26", "A site whose requests are ten times as fast also scales better.",
      unit: "× the users", measured: { $0.ramps.ratio($0.ramps.faster, $0.ramps[.oneAtATime]) },
      bound: .exactly(tenTimesAsFast / serial, inRealTime: 5...tenTimesAsFast),
      needs: .knees(of: .oneAtATime),
      because: {
        "One at a time, the server copes with \(users($0.ramps.faster)) where a page takes a tenth of the time, and with "
          + "\(users($0.ramps[.oneAtATime])) where it does not."
      }),
    Claim(
      "capacity-until-it-degrades", at: "00:35",
      "Scalability is how many requests a system handles until its performance degrades.",
      unit: "users", measured: { Double($0.ramps[.eventLoop].holds) },
      bound: .computed { _, isExact in .from(isExact ? 0.98 * mostOfLoop : 100, to: mostOfLoop) },
      needs: .knees(of: .eventLoop),
      because: {
        "This is the most users for whom the event loop kept its objective\(broken($0.ramps[.eventLoop])). With 0.4 ms of work "
          + "for each page, 250 ms leave room for \(Int(mostOfLoop)) at best."
      }),
    Claim(
      "there-is-a-knee", at: "01:00", "There is some point at which a system degrades.",
      unit: "knees", measured: { Double($0.knees) }, bound: .exactly(3),
      provided: .that("a second search in virtual time finds the same", .exactly(0, inRealTime: 0...3)) {
        evidence in
        Double(Discipline.allCases.count { evidence.ramps[$0].holds != evidence.exact[$0].holds })
      },
      needs: .knees(of: .oneAtATime, .threads, .eventLoop),
      because: { evidence in
        "Each of the three servers degraded within the ramp: "
          + Discipline.allCases.map { "\($0.label), \(certainty(evidence.ramps[$0]))" }.joined(
            separator: "; ") + "."
      }),
    Claim(
      "how-many-at-one-time", at: "01:05",
      "How scalable a system is means: how many requests at one time until it degrades.",
      unit: "× the users", measured: { $0.underWay.map { underWay in underWay.measured / underWay.users } },
      bound: .computed { evidence, isExact in
        // Either end of the measurement cuts a request of each user; in virtual time whole rounds are measured, and only digits are lost.
        let cut = isExact ? 0.001 : evidence.underWay?.cut ?? 0
        return .from(1 - cut, to: 1 + cut)
      },
      needs: .knees(of: .eventLoop), bears: [.users, .work, .wait, .threads, .objective],
      because: {
        "At the event loop's knee there were \(Int($0.underWay?.users ?? 0)) users. Answers a second times the mean response "
          + "time gives \(NumberText.short($0.underWay?.measured ?? 0)) requests under way: Little's law."
      }),
    Claim(
      "one-request-not-faster", at: "01:15",
      "To add scalability may make a single request a tiny bit slower.",
      unit: "×", measured: { $0.alone.ratio }, bound: .within(0.9...1.1), needs: [.realTime],
      corrected: {
        let (ratio, resolution) = ($0.alone.ratio ?? 1, $0.alone.resolution)
        guard ratio <= 1 + resolution else { return nil }
        return
          "No cost was seen. A short page takes a single user as long on the event loop as one at a time, and a "
          + "difference from \(percent(resolution)) on would have been noticed."
      },
      because: {
        "For a single user, a page of 10.4 ms takes \(percent(($0.alone.ratio ?? 1) - 1)) longer on the event loop than one at "
          + "a time; a difference from \(percent($0.alone.resolution)) on can be told."
      }),
    Claim(
      "a-hundred-times-the-users", at: "01:29",
      "It serves ten times the users at once, even a hundred times.",
      unit: "× the users", measured: { $0.ramps.ratio($0.ramps[.eventLoop], $0.ramps[.oneAtATime]) },
      bound: .computed { _, isExact in
        isExact ? .from(0.98 * mostOfLoop / serial, to: mostOfLoop / serial) : .from(100, to: mostOfLoop)
      },
      needs: .knees(of: .oneAtATime, .eventLoop),
      because: {
        "The event loop copes with \(users($0.ramps[.eventLoop])) on its one thread; one at a time, the same thread copes with "
          + "\(users($0.ramps[.oneAtATime]))."
      }),
    Claim(
      "on-the-same-hardware", at: "01:38", "It does so on exactly the same hardware.",
      unit: "× the CPU time", measured: { $0.coreTime.map { $0.loop / $0.serial } },
      bound: .exactly(1, inRealTime: 0...2),
      needs: .knees(of: .oneAtATime, .eventLoop),
      because: {
        guard let cost = $0.coreTime else { return "" }
        return "Both servers are one process with one serving thread. At its knee, an answer costs "
          + "\(NumberText.short(cost.loop, unit: "ms")) of CPU time on the event loop, and "
          + "\(NumberText.short(cost.serial, unit: "ms")) one at a time."
      }),
    Claim(
      "several-ways", at: "01:46", "There are a couple of ways to do that.",
      unit: "ways",
      measured: { evidence in
        Double(
          [Discipline.threads, .eventLoop].count {
            evidence.ramps[$0].holds >= 10 * evidence.ramps[.oneAtATime].holds
          })
      },
      bound: .exactly(2),
      needs: .knees(of: .oneAtATime, .threads, .eventLoop),
      because: { _ in
        "With the same handler, a thread for each connection and a single event loop both cope with at least ten times the "
          + "users that one at a time does."
      }),
  ]

  private static func users(_ knee: Knee) -> String { knee.holds == 1 ? "1 user" : "\(knee.holds) users" }
  private static func broken(_ knee: Knee) -> String { knee.breaks.map { "; with \($0) it did not" } ?? "" }
  private static func percent(_ share: Double) -> String { NumberText.short(share * 100, unit: "%") }

  /// The two numbers around a knee, with how many loads say so.
  private static func certainty(_ knee: Knee) -> String {
    let (kept, tried) = knee.verdicts(at: knee.holds)
    let below = "\(knee.holds) users served well in \(kept) of \(tried) loads"
    guard let breaks = knee.breaks else { return below + ", no end found" }
    let (lucky, loads) = knee.verdicts(at: breaks)
    return below + ", \(breaks) badly in \(loads - lucky) of \(loads)"
  }
}

extension Claim<Until.Evidence>.Need {
  /// These servers have to be what gave way, not the users that loaded them.
  fileprivate static func knees(of disciplines: Discipline...) -> Self {
    .unless { evidence in disciplines.lazy.compactMap { evidence.ramps.obstacle($0) }.first }
  }
}

extension Until.Evidence {
  fileprivate var knees: Int { Discipline.allCases.count { ramps[$0].breaks != nil } }

  /// The requests under way at the event loop's knee, by Little's law, beside the users that there were.
  fileprivate var underWay: (measured: Double, users: Double, cut: Double)? {
    guard let best = ramps.atKnee(.eventLoop) else { return nil }
    return (
      Capacity.requestsUnderWay(answersPerSecond: best.throughput, responseTime: best.responseTimes.mean),
      Double(ramps[.eventLoop].holds), best.responseTimes.mean / best.elapsed
    )
  }

  /// The CPU time of the serving thread for one answer, at each server's knee, in milliseconds.
  fileprivate var coreTime: (loop: Double, serial: Double)? {
    guard let loop = ramps.atKnee(.eventLoop)?.coreTime, let serial = ramps.atKnee(.oneAtATime)?.coreTime
    else { return nil }
    return (loop.inMilliseconds, serial.inMilliseconds)
  }
}

extension Worse {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "degrading-is-slow", at: "00:47", "Its performance degrades: response times get really long.",
      unit: "× its own time",
      measured: { $0.slow.answered > 0 ? $0.slow.p99 / Page.usual.ownTime : nil },
      bound: .computed { evidence, isExact in
        let exact = Degrading.responseTime(of: .usual, users: evidence.slowUsers) / Page.usual.ownTime
        return isExact ? .exactly(exact) : .atLeast(exact - 0.1)
      },
      provided: .that("every user had an answer") { $0.slow.unanswered == 0 },
      because: {
        "With \($0.slowUsers) users, one at a time takes \($0.slow.p99.inWholeMilliseconds) for the slowest of a hundred "
          + "answers: each user waits for the pages of all of them."
      }),
    Claim(
      "degrading-is-timing-out", at: "00:54", "It may be so bad that requests time out.",
      unit: "%", measured: { Double($0.late.timedOut) / Double(max(1, $0.late.requests)) * 100 },
      bound: .computed { _, isExact in
        let share = 1 - Degrading.deadline / Degrading.responseTime(of: .usual, users: crowd)
        return isExact ? .exactly(100) : .atLeast((share * 100).rounded(.down))
      },
      because: { _ in
        "Of \(crowd) users who are answered one at a time, this share gave up after a second. In a second the server has time for "
          + "\(Degrading.answeredInTime(.usual)) pages, and it spends some of it on answers that no one waits for any more."
      }),
    Claim(
      "degrading-is-refusing", at: "00:58", "It may be that the system crashes.",
      unit: "refusals", measured: { try? Double($0.full.get().full.turnedAway) },
      bound: .computed { evidence, _ in (try? evidence.full.get().bound) ?? Bound() },
      provided: [
        .that("it answered the others meanwhile") { $0.seen { $0.full.answered > 0 } },
        .that("all are answered once there are fewer again") {
          $0.seen { $0.afterwards.turnedAway == 0 && $0.afterwards.answered > 0 }
        },
        .that("it ended in good order") { $0.seen(\.endedWell) },
      ],
      needs: .unless { $0.obstacle },
      corrected: {
        guard case .success(let seen) = $0.full else { return nil }
        return
          "No crash was seen. With \(seen.users) users and room for \(seen.threads) threads, the server turned "
          + "\(Degrading.turnedAway(users: seen.users, threads: seen.threads)) users away, again and again, said so, and went on "
          + "serving the others."
      },
      because: { _ in "" }),
  ]
}

extension Worse.Evidence {
  fileprivate var obstacle: String? {
    if case .failure(let obstacle) = full { obstacle.reason } else { nil }
  }

  fileprivate func seen(_ isSo: (SmallRoom.Seen) -> Bool) -> Bool { (try? full.get()).map(isSo) ?? false }
}
