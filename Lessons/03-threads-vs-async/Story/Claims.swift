import Console
import LessonKit
import Measurement
import Platform
import Processes
import Queueing
import Workload

// All that the lecture claims, in its order, part by part.

extension ThreadEach {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "least-resources", at: "00:02", "A server should process as much as possible with the least resources.",
      unit: "×", measured: { $0.pair.map { $0.threads.residentBytesEach / $0.tasks.residentBytesEach } },
      bound: .atLeast(2),
      provided: [
        .that("all were answered, both times") { $0.isSo { $0.isAnswered && $1.isAnswered } },
        .that("tasks need fewer threads") { $0.isSo { $1.held.threads < $0.held.threads } },
        .that("tasks need less address space") { $0.isSo { $1.held.virtualBytes < $0.held.virtualBytes } },
        .that("tasks make the system switch less often") {
          $0.isSo { $1.total.voluntarySwitches < $0.total.voluntarySwitches }
        },
      ],
      needs: [.realTime, .unless { $0.crowds?.obstacle }],
      because: {
        guard let (threads, tasks) = $0.pair else { return "" }
        return
          "While it waits, each of \(NumberText.short(Double(tasks.made))) requests takes \(threads.memoryEach) of memory as a "
          + "thread and \(tasks.memoryEach) as a task, and to answer all of them takes \(threads.coreTime) of CPU time on threads, "
          + "\(tasks.coreTime) as tasks."
      }),
    Claim(
      "threads-would-work", at: "00:09", "A thread for each request would work.",
      unit: "answers of 100",
      measured: { $0.recording.map { Double(Set($0.value.map(\.payment)).count) } }, bound: .exactly(100),
      provided: [
        .that("each has a thread of its own") { $0.recording?.threads.count == 100 },
        .that("no purchase waits for the others") {
          ($0.recording?.makespan).map { $0 < inOrder / 2 } ?? false
        },
      ],
      needs: .unless { $0.refusal },
      because: {
        "A hundred purchases at once are all answered after \($0.recording?.makespan.inWholeMilliseconds ?? ""). In "
          + "order that would take \(NumberText.short(inOrder.inSeconds, unit: "s"))."
      }),
  ]

  private static var inOrder: Duration { Prediction.serialResponseTimes(of: hundred).max()! }
}

extension ThreadEach.Evidence {
  fileprivate var recording: Recording<[Receipt]>? { try? hundred.get() }
  fileprivate var pair: (threads: Crowd, tasks: Crowd)? { crowds?.largestPair }

  /// Why there were no hundred threads.
  fileprivate var refusal: String? {
    if case .failure(let error) = hundred { ThreadLimit.current.refusal(of: 100, error) } else { nil }
  }

  fileprivate func isSo(_ test: (_ threads: Crowd, _ tasks: Crowd) -> Bool) -> Bool {
    pair.map { test($0.threads, $0.tasks) } ?? false
  }
}

extension Costs {
  /// From here on one would say that it is "a lot".
  private static let aLot = 10.0

  static let claims: [Claim<Evidence>] = [
    Claim(
      "threads-cost-memory-and-switches", at: "00:19",
      "Threads take a lot of memory, and switching between them costs.",
      unit: "×", measured: { $0.switchRatio }, bound: .atLeast(1.5),
      provided: .that("a waiting thread takes more memory than a waiting task", .atLeast(1.5)) {
        $0.memoryRatio ?? .nan
      },
      needs: [.realTime, .unless { $0.crowds?.obstacle }, .unless { $0.obstacle }],
      corrected: { evidence in
        guard let ratio = evidence.memoryRatio, ratio < aLot,
          let (threads, tasks) = evidence.crowds?.largestPair
        else { return nil }
        return
          "Switching does cost: from thread to thread it takes \(evidence.switches(.threads)), from task to task "
          + "\(evidence.switches(.tasks)). The memory is less than the lecture suggests: \(threads.memoryEach) in use for a waiting "
          + "thread, \(tasks.memoryEach) for a waiting task, or \(NumberText.short(ratio, unit: "×")). The "
          + "\(threads.addressesEach) of addresses that a thread reserves cost almost nothing."
      },
      because: {
        "From thread to thread it takes \($0.switches(.threads)), from task to task \($0.switches(.tasks)). A "
          + "waiting thread takes \(NumberText.short($0.memoryRatio ?? .nan, unit: "×")) the memory of a waiting task."
      })
  ]
}

extension Costs.Evidence {
  fileprivate var obstacle: String? {
    if case .failure(let failure) = turns { "\(failure)." } else { nil }
  }

  fileprivate var memoryRatio: Double? {
    crowds?.largestPair.map { $0.threads.residentBytesEach / $0.tasks.residentBytesEach }
  }

  fileprivate var switchRatio: Double? {
    (try? turns?.get()).map { $0.least(of: .threads) / $0.least(of: .tasks) }
  }

  fileprivate func switches(_ kind: Crowd.Kind) -> String {
    NumberText.short((try? turns?.get())?.least(of: kind) ?? .nan, unit: "ns")
  }
}

extension InOrder {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "in-order-stacks-up", at: "00:27", "In order, requests stack up on each other, and that is super slow.",
      unit: "× its own time", measured: { $0.thirty.response(30) / $0.meanOwnTime },
      bound: .exactly(30, inRealTime: 29.5...33),
      provided: .that("every request waits for all before it", .exactly(1, inRealTime: 0.98...100)) {
        evidence in
        (1...30).map { evidence.thirty.response($0) / (Purchase.request(1).ownTime * 0.1 * $0) }.min()!
      },
      because: {
        "Thirty purchases of \($0.meanOwnTime.inWholeMilliseconds) arrive at once, and the thirtieth is answered after "
          + "\($0.thirty.response(30).inWholeMilliseconds)."
      }),
    Claim(
      "purchases-mostly-wait", at: "00:33", "Requests to web apps are mostly about waiting.",
      unit: "%", measured: { _ in Purchase.request(1).waitingShare * 100 }, bound: .atLeast(90),
      because: { _ in
        "Of the \(Purchase.request(1).ownTime.inWholeMilliseconds) that a purchase takes, it computes for "
          + "\(Purchase.request(1).work.inWholeMilliseconds)."
      }),
  ]
}

extension InOrder.Evidence {
  /// What a purchase takes on its own, measured in the same run: on a busy machine that takes longer too.
  fileprivate var meanOwnTime: Duration {
    thirty.timeline.lanes.reduce(Duration.zero) { $0 + $1.ownTime } / thirty.timeline.lanes.count
  }
}

extension PutAside {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "next-is-picked-up", at: "01:06", "While one request waits, the next is picked up.",
      unit: "ms", measured: { $0.oneByOne.delay(2).inMilliseconds }, bound: .exactly(0, inRealTime: 0...5),
      provided: .that("request 1 waits when 2 comes in") { $0.oneByOne.waits(1, whenArrives: 2) },
      because: { _ in "This is the delay between the arrival of purchase 2 and the first line of its code." }),
    Claim(
      "response-1-takes-its-waits", at: "01:12", "Response 1 takes however long its waits take.",
      unit: "×", measured: { $0.oneByOne.response(1) / ownTime }, bound: .exactly(1, inRealTime: 0.95...1.15),
      because: {
        "It was there after \($0.oneByOne.response(1).inWholeMilliseconds); its own time is \(ownTime.inWholeMilliseconds)."
      }),
    Claim(
      "request-2-need-not-wait", at: "01:17", "Request 2 does not have to wait until 1 is done.",
      unit: "ms", measured: { $0.oneByOne.headStart.inMilliseconds },
      bound: .exactly(90, inRealTime: 80...120),
      because: { _ in "Purchase 2 had begun this long before response 1 left." }),
    Claim(
      "second-adds-little", at: "01:32", "Two requests take hardly longer than one.",
      unit: "%", measured: { ($0.makespan(2) / $0.makespan(1) - 1) * 100 },
      bound: .exactly(2, inRealTime: 0...15),
      because: {
        "One purchase is done after \($0.makespan(1).inWholeMilliseconds), two are after "
          + "\($0.makespan(2).inWholeMilliseconds). The second could add \(Purchase.mostOneMoreAdds.inWholeMilliseconds), which is "
          + "what it computes."
      }),
    Claim(
      "request-3-at-once", at: "01:37", "Request 3 is answered pretty much right away.",
      unit: "×", measured: { $0.together[2].response(3) / ownTime },
      bound: .exactly(1.04, inRealTime: 0.95...1.25),
      because: {
        "With three purchases at once, it was answered after \($0.together[2].response(3).inWholeMilliseconds); alone it takes "
          + "\(ownTime.inWholeMilliseconds)."
      }),
    Claim(
      "a-little-async-speeds-up", at: "01:45", "A little async and await speeds this up a lot.",
      unit: "×", measured: { $0.speedUps[2] },
      bound: .exactly(Purchase.greatestSpeedUp, inRealTime: 8...Purchase.greatestSpeedUp),
      provided: .that("more requests gain more") { $0.speedUps == $0.speedUps.sorted() },
      because: {
        "This is for 300 purchases at once, against 300 in order; 30 gain \(NumberText.short($0.speedUps[1], unit: "×")), 3 gain "
          + "\(NumberText.short($0.speedUps[0], unit: "×")). No number of them can gain more than "
          + "\(NumberText.short(Purchase.greatestSpeedUp, unit: "×")): then the thread is never idle."
      }),
  ]

  private static var ownTime: Duration { Purchase.request(1).ownTime }
}

extension PutAside.Evidence {
  fileprivate func makespan(_ count: Int) -> Duration { together[count - 1].makespan }
}

extension OneThread {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "a-single-thread", at: "01:53", "All this needs only a single thread, without the overhead of many.",
      unit: "thread",
      measured: { evidence in
        Double(evidence.waiting.map { 1 + $0.held.threads } ?? evidence.served.threads.count)
      },
      bound: .exactly(1),
      provided: [
        .that("all purchases shared one thread") { $0.served.threads.count == 1 },
        .that("they waited at the same time") {
          $0.served.timeline.peakConcurrency(of: .wait) == $0.served.timeline.lanes.count
        },
      ],
      needs: .unless {
        $0.served.timeline.lanes.count == 1 ? "A single purchase has the thread to itself anyway." : nil
      },
      bears: [.requests, .blocking],
      because: {
        guard let crowd = $0.waiting else {
          let count = $0.served.timeline.lanes.count
          return
            "All \(count == 3 ? "three" : "\(count)") purchases ran on the same thread, and all of them waited at the same time."
        }
        return
          "While \(NumberText.short(Double(crowd.waiting))) requests wait, the process has no other thread."
      }),
    Claim(
      "a-ton-of-requests", at: "01:59", "This is how Node.js handles a ton of requests at once.",
      unit: "requests at once", measured: { $0.waiting.map { Double($0.waiting) } }, bound: .exactly(100_000),
      provided: [
        .that("all of them are answered") { $0.waiting?.isAnswered ?? false },
        .that("a request takes less than 8 KiB") { $0.waiting.map { $0.residentBytesEach < 8192 } ?? false },
      ],
      needs: [.realTime, .unless { _ in Crowds.whyUnderSanitizer }, .unless { $0.crowd?.obstacle }],
      because: {
        guard let crowd = $0.waiting else { return "" }
        return
          "Each waits for \(NumberText.short(crowd.order.wait.inSeconds, unit: "s")) and takes \(crowd.memoryEach) meanwhile. All are answered "
          + "after \(NumberText.short(crowd.wall.inSeconds, unit: "s"))."
      }),
  ]
}

extension OneThread.Evidence {
  /// The tasks that waited, all of them at the same time.
  fileprivate var waiting: Crowd? {
    (try? crowd?.get()).flatMap { $0.isTooShort ? nil : $0 }
  }
}

// Besides the lecture's list, where the machine has what it takes.

extension InPython {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "overlap-on-one-thread/python", at: "01:53",
      "In Python, too, a single thread is enough: asyncio overlaps the waits.",
      unit: "× the time in order", measured: { $0.loop.makespan / $0.inOrder.makespan }, bound: .atMost(0.6),
      provided: [
        .that("waits overlap") { $0.loop.timeline.peakConcurrency(of: .wait) >= 2 },
        .that("all of it ran on one thread") { $0.loop.threads.count == 1 },
        .that("every purchase was answered") { $0.loop.timeline.responseTimes.count == 3 },
      ],
      because: {
        "In order, the three purchases take \($0.inOrder.makespan.inWholeMilliseconds); on asyncio's one thread, "
          + "\($0.loop.makespan.inWholeMilliseconds)."
      })
  ]
}

extension Elsewhere {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "a-ton-of-requests/python", at: "01:59", "asyncio, too, handles a ton of requests at once.",
      unit: "requests at once", measured: { $0.python.waiting }, bound: .exactly(Double(count)),
      provided: .that("a request takes less than 8 KiB") { $0.python.bytesEach < 8192 },
      needs: .unless { $0.python.obstacle }, because: { $0.python.because }),
    Claim(
      "a-ton-of-requests/node", at: "01:59", "Node.js itself handles a ton of requests at once.",
      unit: "requests at once", measured: { $0.node.waiting }, bound: .exactly(Double(count)),
      provided: .that("a request takes less than 8 KiB") { $0.node.bytesEach < 8192 },
      needs: .unless { $0.node.obstacle }, because: { $0.node.because }),
    Claim(
      "a-ton-of-requests/go", at: "01:59", "Go, too, handles a ton of requests at once: each in a goroutine.",
      unit: "requests at once", measured: { $0.go.waiting }, bound: .exactly(Double(count)),
      provided: .that("a request takes less than 8 KiB") { $0.go.bytesEach < 8192 },
      needs: .unless { $0.go.obstacle }, because: { $0.go.because }),
  ]
}

extension Result<Elsewhere.Waiting, Interpreter.Unavailable> {
  fileprivate var waiting: Double? { try? Double(get().waiting) }
  fileprivate var bytesEach: Double { (try? get().resident / Double(Elsewhere.count)) ?? .infinity }

  fileprivate var obstacle: String? {
    switch self {
    case .failure(let unavailable):
      "\(unavailable.description.prefix(1).uppercased())\(unavailable.description.dropFirst())."
    case .success(let measured) where measured.waiting < Elsewhere.count && measured.made > Elsewhere.wait:
      "To make the requests took longer than each of them waits."
    case .success: nil
    }
  }

  fileprivate var because: String {
    guard let measured = try? get() else { return "" }
    return
      "Each takes \(NumberText.short(bytesEach / 1024, unit: "KiB")) while it waits; to make all of them takes "
      + "\(NumberText.short(measured.made, unit: "s"))."
  }
}

extension OnServices {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "next-is-picked-up/database", at: "01:06",
      "While one request waits, for a real database or a real service, the next is picked up.",
      unit: "ms", measured: { max($0.oneByOne.delay(2), $0.oneByOne.delay(3)).inMilliseconds },
      bound: .atMost(6),
      provided: .that("all three waited at the same time") {
        $0.oneByOne.timeline.peakConcurrency(of: .wait) == 3
      },
      because: { _ in "This is the longest delay between a purchase's arrival and its first line of code." }),
    Claim(
      "response-1-takes-its-waits/database", at: "01:12",
      "Response 1 takes however long its waits take, also where a service is in trouble: the others take no longer for it.",
      unit: "ms longer", measured: { $0.worst.inMilliseconds }, bound: .atMost(20),
      provided: [
        .that("where the service recovers, every purchase is answered, charged once and noted down") {
          evidence in
          ([evidence.usual] + evidence.troubles).allSatisfy {
            ($0.answered, $0.charges, $0.recorded) == (3, 3, 3)
          }
        },
        .that("where it is down, nothing is sold and no visitor is charged") {
          ($0.down.answered, $0.down.charges, $0.down.recorded) == (0, 0, 0)
        },
      ],
      because: {
        "A purchase takes \($0.usual.purchases.inWholeMilliseconds) as usual and up to "
          + "\($0.troubles.map(\.purchases).max()!.inWholeMilliseconds) in trouble; the others take "
          + "\($0.usual.others.inWholeMilliseconds) as usual. This is the most that trouble adds to it."
      }),
    Claim(
      "request-2-need-not-wait/database", at: "01:17", "Request 2 does not have to wait until 1 is done.",
      unit: "ms", measured: { $0.oneByOne.headStart.inMilliseconds }, bound: .atLeast(70),
      because: { "It began \($0.oneByOne.headStart.inWholeMilliseconds) before response 1 left." }),
    Claim(
      "a-single-thread/database", at: "01:53",
      "All this needs only a single thread, for the database and for the service.", unit: "thread",
      measured: { Double($0.oneByOne.threads.count) }, bound: .exactly(1),
      provided: .that("every purchase was answered") { $0.oneByOne.value.count == 3 },
      because: { _ in
        "The same thread ran all three purchases, and watched the sockets of three sessions and three requests to the service."
      }),
  ]
}

extension OnServices.Evidence {
  /// How much longer the others took, where trouble held them up the most.
  fileprivate var worst: Duration { (troubles + [down]).map(\.others).max()! - usual.others }
}
