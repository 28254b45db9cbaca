import Console
import LessonKit
import Measurement
import Workload

// All that the lecture claims, in its order. Each claim reads the evidence that its part of the story returns.

extension Bars {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "overlap-only-while-waiting", at: "00:05", "The server overlaps requests only while they wait.",
      unit: "overlaps of work", measured: { Double($0.overlapsOfWork) }, bound: .exactly(0),
      provided: [
        .that("waits overlap") { $0.async.timeline.peakConcurrency(of: .wait) >= 2 },
        .that("all of it ran on one thread") { $0.async.threads.count == 1 },
      ],
      needs: .unless { $0.canOverlap ? nil : "In this scenario no two waits can overlap." },
      bears: [.requests, .work, .wait, .arrivals, .blocking],
      because: {
        "Up to \($0.async.timeline.peakConcurrency(of: .wait)) requests wait at the same time; two of them never work at the "
          + "same time."
      }),
    Claim(
      "own-time-stays", at: "00:10",
      "A request's own time does not get shorter: it takes as long as it takes.",
      unit: "×", measured: { $0.farthestOwnTime },
      bound: .computed { evidence, isExact in
        // A machine is late by a millisecond or two whatever it does; of a short request that is a large share.
        let share = max(0.1, Duration.milliseconds(2) / evidence.shortestOwnTime)
        return isExact ? .exactly(1) : .from(1 - share, to: 1 + share)
      },
      bears: [.requests, .work, .wait, .arrivals, .blocking, .threads],
      because: { _ in
        "Each request works and waits as long in the one server as in the other; this is the one that differs most."
      }),
    Claim(
      "response-times-fall", at: "00:14",
      "Running request 2 while 1 waits, and 3 while both wait, gives much better response times.",
      unit: "×", measured: { $0.async.meanResponseTime / $0.serial.meanResponseTime }, bound: .atMost(0.5),
      provided: .that("no request is answered later than before", .exactly(1, inRealTime: 0...1.05)) {
        evidence in
        max(1, (1...3).map(evidence.change).max()!)
      },
      because: { "The \(fall(from: $0.serial, to: $0.async))." }),
    Claim(
      "request-1-as-before", at: "00:26", "Request 1 takes exactly as long as before.",
      unit: "×", measured: { $0.change(1) }, bound: .exactly(1, inRealTime: 0.9...1.1),
      because: {
        "It was first in the queue, so it took \($0.before(1)) then, and it takes \($0.now(1)) now."
      }),
    Claim(
      "request-2-gets-shorter", at: "00:34", "Request 2 is answered a good deal sooner.",
      unit: "×", measured: { $0.change(2) }, bound: .atMost(0.6),
      because: { "It was answered after \($0.now(2)) instead of \($0.before(2))." }),
    Claim(
      "request-3-takes-its-own-time", at: "00:41",
      "Request 3 is the real winner: it takes its own time, not five times that.",
      unit: "×", measured: { $0.async.response(3) / $0.alone }, bound: .exactly(1.1, inRealTime: 0.9...1.3),
      provided: .that("it took five times its own time before", .exactly(5, inRealTime: 4.5...5.5)) {
        $0.serial.response(3) / $0.alone
      },
      because: {
        "It was answered after \($0.now(3)). On its own it takes \($0.alone.inWholeMilliseconds); in the queue it took "
          + "\($0.before(3))."
      }),
  ]
}

extension Bars.Evidence {
  fileprivate var overlapsOfWork: Int {
    let work = async.timeline.spans(.work)
    return zip(work, work.dropFirst()).count { $0.span.overlaps($1.span) }
  }

  /// Of the requests' own times, overlapped over one after another, the one that is farthest from 1.
  fileprivate var farthestOwnTime: Double {
    zip(async.timeline.lanes, serial.timeline.lanes).map { $0.ownTime / $1.ownTime }.farthestFrom1
  }

  fileprivate var shortestOwnTime: Duration { serial.timeline.lanes.map(\.ownTime).min()! }

  fileprivate func change(_ number: Int) -> Double { async.response(number) / serial.response(number) }
  fileprivate func before(_ number: Int) -> String { serial.response(number).inWholeMilliseconds }
  fileprivate func now(_ number: Int) -> String { async.response(number).inWholeMilliseconds }
}

extension Limits {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "no-perfect-concurrency", at: "00:52",
      "Concurrency is never perfect; if it were, one small server could run a site for the whole world.",
      unit: "× the limit", measured: { $0.throughput.max()! / $0.ceiling }, bound: .within(0.7...1),
      provided: .that("more requests at once get more done") { $0.throughput.last! > 5 * $0.throughput[0] },
      because: {
        "Each request needs the thread for 3.75 ms, so that no more than \(Int($0.ceiling.rounded())) a second can be "
          + "answered. The curve flattens there: it reaches \(Int($0.throughput.max()!.rounded()))."
      }),
    Claim(
      "framework-code-takes-turns", at: "01:02",
      "There is some overhead: framework code does not run concurrently.",
      unit: "ms", measured: { $0.queued.inMilliseconds }, bound: .exactly(15, inRealTime: 14...30),
      provided: [
        .that("work never overlaps") { $0.three.timeline.peakConcurrency(of: .work) == 1 },
        .that("the whole takes longer than its longest request") { $0.three.makespan > $0.perfect },
      ],
      because: {
        "All three together, the requests queue for the thread for \($0.queued.inWholeMilliseconds). The last response leaves "
          + "after \($0.three.makespan.inWholeMilliseconds); without any overhead it would be "
          + "\($0.perfect.inWholeMilliseconds)."
      }),
    Claim(
      "mostly-waiting", at: "01:07", "What the site does is mostly waiting.",
      unit: "%", measured: { _ in ThreeRequests.waitingShare * 100 }, bound: .atLeast(75),
      because: { _ in "Of the three requests' own time, most is spent waiting for the database." }),
  ]
}

extension Limits.Evidence {
  /// How long the three requests are ready to run and have to queue for the thread, all together.
  fileprivate var queued: Duration { three.timeline.lanes.reduce(.zero) { $0 + $1.time(in: .queue) } }
}

extension ThreeRequests {
  /// The share of waiting in the three requests' own time, from 0 to 1.
  fileprivate static var waitingShare: Double {
    atOnce.reduce(.zero) { $0 + $1.waiting } / atOnce.reduce(.zero) { $0 + $1.ownTime }
  }
}

extension ZoomIn {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "same-operation", at: "01:15", "It is exactly the same operation.",
      unit: "different responses",
      measured: { Double(zip($0.serial.value, $0.async.value).count { $0 != $1 }) }, bound: .exactly(0),
      provided: .that("both servers answer all requests") { evidence in
        [evidence.serial, evidence.async].allSatisfy { $0.value.count == $0.timeline.lanes.count }
      },
      bears: [.requests, .work, .wait, .arrivals, .blocking],
      because: { _ in "Both servers give equal responses to equal requests." }),
    Claim(
      "only-keywords-change", at: "01:21",
      "The code changes ever so slightly: in how the database is called.",
      unit: "other changes", measured: { $0.handle.map(changesBesidesKeywords) }, bound: .exactly(0),
      provided: .that("both calls are awaited") { $0.handle?.added.count { $0 == "await" } == 2 },
      needs: .unless {
        $0.handle == nil || $0.serve == nil
          ? "The two servers' source files are not where they were when the lesson was built." : nil
      },
      because: {
        "In the handler only this is added: \($0.handle!.added.joined(separator: ", ")). What accepts requests and begins "
          + "tasks, `serve`, changes more: \($0.serve!.added.count) words and signs are new there."
      }),
    Claim(
      "thread-is-freed", at: "01:27", "The thread of execution is freed while a request waits.",
      unit: "pieces of work", measured: { Double($0.async.workWithinRequest1) }, bound: .atLeast(3),
      provided: .that("request 1 goes on where it began") { evidence in
        Set(evidence.async.lane(1).spans.filter { $0.kind == .work }.map(\.thread)).count == 1
      },
      because: {
        "Between the first and the last line of request 1, its thread did \($0.async.workWithinRequest1) pieces of work for requests "
          + "2 and 3."
      }),
    Claim(
      "picked-up-at-once", at: "01:39",
      "Request 2 comes in during the first database call of request 1 and is picked up at once; when its code is done it "
        + "waits too, and 3 is picked up.",
      unit: "ms", measured: { max($0.async.delay(2), $0.async.delay(3)).inMilliseconds },
      bound: .exactly(0, inRealTime: 0...5),
      provided: [
        .that("request 1 waits when 2 comes in") { $0.async.waits(1, whenArrives: 2) },
        .that("both of them wait when 3 comes in") {
          $0.async.waits(1, whenArrives: 3) && $0.async.waits(2, whenArrives: 3)
        },
      ],
      because: { _ in "This is the longest delay between a request's arrival and its first line of code." }),
  ]
}

extension Scalability {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "scalability-comes-from-waiting", at: "01:54", "The wait time is what the scalability comes from.",
      unit: "×", measured: { $0.gainWithWaiting / $0.gainWithoutWaiting }, bound: .within(8...16),
      provided: .that("nothing is gained where nothing waits", .exactly(1, inRealTime: 0.85...1.15)) {
        $0.gainWithoutWaiting
      },
      because: {
        "Where 99 % of a request is waiting, overlapping answers \(NumberText.short($0.gainWithWaiting)) times as many a "
          + "second; where nothing waits, \(NumberText.short($0.gainWithoutWaiting)) times. With 16 requests the gain can be no more than 16."
      }),
    Claim(
      "threads-do-it-too", at: "02:00", "AsyncIO is the likely tool for this; threads would do as well.",
      unit: "×", measured: { $0.farthestResponse }, bound: .exactly(1.1, inRealTime: 0.8...1.3),
      provided: [
        .that("each request has a thread of its own") { $0.threads.threads.count == 3 },
        .that("the event loop needs one thread") { $0.loop.threads.count == 1 },
      ],
      because: { _ in
        "The response times on one event loop are those on three threads; this is the one that differs most."
      }),
  ]
}

extension Scalability.Evidence {
  /// Of the three response times, on the loop over on threads, the one that is farthest from 1.
  fileprivate var farthestResponse: Double {
    (1...3).map { loop.response($0) / threads.response($0) }.farthestFrom1
  }
}

// Besides the lecture's list, where the machine has what it takes.

extension InPython {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "asyncio-overlaps/python", at: "02:00", "In Python it is asyncio that puts the waiting to use.",
      unit: "×", measured: { $0.async.meanResponseTime / $0.serial.meanResponseTime }, bound: .atMost(0.6),
      provided: [
        .that("waits overlap") { $0.async.timeline.peakConcurrency(of: .wait) >= 2 },
        .that("all of it ran on one thread") { $0.async.threads.count == 1 },
        .that("every request was answered") { $0.async.timeline.responseTimes.count == 3 },
      ],
      because: { "On asyncio's one thread the \(fall(from: $0.serial, to: $0.async))." }),
    Claim(
      "threads-do-it-too/python", at: "02:00", "In Python, too, threads would do as well.",
      unit: "×", measured: { $0.threads.makespan / $0.async.makespan }, bound: .within(0.7...1.3),
      provided: .that("each request has a thread of its own") { $0.threads.threads.count == 3 },
      because: {
        "Three threads are done after \($0.threads.makespan.inWholeMilliseconds), and asyncio after "
          + "\($0.async.makespan.inWholeMilliseconds). "
          + ($0.hasLock
            ? "A thread that waits lets go of Python's lock."
            : "This Python is a free-threaded build, without a lock.")
      }),
  ]
}

extension OnDatabase {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "response-times-fall/database", at: "00:14",
      "From a real database, too, filling the gaps gives much better response times.",
      unit: "×", measured: { $0.async.meanResponseTime / $0.serial.meanResponseTime }, bound: .atMost(0.55),
      provided: [
        .that("both servers give equal responses") { $0.serial.value == $0.async.value },
        .that("the whole is within a tenth of what is possible") {
          $0.async.makespan <= $0.ideal * 1.1 + .milliseconds(5)
        },
      ],
      because: { "The \(fall(from: $0.serial, to: $0.async))." }),
    Claim(
      "request-2-gets-shorter/database", at: "00:34", "Request 2 is answered a good deal sooner.", unit: "×",
      measured: { $0.async.response(2) / $0.serial.response(2) }, bound: .atMost(0.65),
      because: {
        "It was answered after \($0.async.response(2).inWholeMilliseconds) instead of \($0.serial.response(2).inWholeMilliseconds)."
      }),
    Claim(
      "request-3-wins/database", at: "00:41", "Request 3 is the real winner: it takes its own time.",
      unit: "× its own time",
      measured: { $0.async.response(3) / ThreeRequests.atOnce[2].ownTime }, bound: .within(0.95...1.4),
      because: {
        "It was answered after \($0.async.response(3).inWholeMilliseconds); one after another it took "
          + "\($0.serial.response(3).inWholeMilliseconds)."
      }),
    Claim(
      "only-keywords-change/database", at: "01:21",
      "The code changes ever so slightly: in how the database is called.", unit: "other changes",
      measured: { $0.handle.map(changesBesidesKeywords) }, bound: .exactly(0),
      provided: .that("both calls are awaited") { $0.handle?.added.count { $0 == "await" } == 2 },
      because: { _ in
        "What ran are the handlers from above: between them only `async` and two `await` are added. The query behind the "
          + "awaited call sends, gives the thread back, and takes the answer when it is there."
      }),
    Claim(
      "thread-is-freed/database", at: "01:27", "The thread of execution is freed while a request waits.",
      unit: "pieces of work", measured: { Double($0.oneByOne.workWithinRequest1) }, bound: .atLeast(3),
      provided: .that("all of it ran on one thread") { $0.oneByOne.threads.count == 1 },
      because: { _ in
        "Between the first and the last line of request 1, its thread did this much for requests 2 and 3, while PostgreSQL worked."
      }),
  ]
}

/// What becomes of the mean response time, for a verdict.
private func fall<Value>(from serial: Recording<Value>, to async: Recording<Value>) -> String {
  "mean response time falls from \(serial.meanResponseTime.inWholeMilliseconds) to "
    + async.meanResponseTime.inWholeMilliseconds
}

/// How many words and signs make one function another, besides `async` and `await`.
private func changesBesidesKeywords(_ changes: (added: [String], removed: [String])) -> Double {
  Double((changes.removed + changes.added.filter { !["async", "await"].contains($0) }).count)
}

extension [Double] {
  fileprivate var farthestFrom1: Double { self.max { abs($0 - 1) < abs($1 - 1) }! }
}
