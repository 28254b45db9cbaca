import Console
import LessonKit
import Measurement
import Queueing
import Workload

// All that the lecture claims, in its order. Each claim reads the evidence that its part of the story returns.
//
// Claims about cores are decided by how many of them were kept busy, which does not depend on how fast they are: see
// `Utilization.coresKeptBusy`.

/// What one busy thread keeps busy, and what several owe where there are as many cores.
private let aboutOneCore = 0.85...1.15

extension Claim.Expected {
  /// All cores, but for beginning and end.
  fileprivate static func aboutAll(_ cores: @escaping @Sendable (Evidence) -> Int, unit: Double = 1) -> Self {
    .computed { evidence, _ in
      let all = Double(cores(evidence)) * unit
      return .from(0.85 * all, to: 1.15 * all)
    }
  }

  /// How many times as fast one event loop answers requests as one after another: in virtual time the theory's value. In real
  /// time the last answer may be late by four time slices of a scheduler that has something else to run, of 3 ms each; and a
  /// gain that no loop can have says that the requests one after another were disturbed.
  fileprivate static func gain(of requests: @escaping @Sendable (Evidence) -> [Request]) -> Self {
    .computed { evidence, isExact in
      let requests = requests(evidence)
      let inOrder = Prediction.serialResponseTimes(of: requests).max()!
      let onLoop = Prediction.eventLoopResponseTimes(of: requests).max()!
      return isExact
        ? .exactly(inOrder / onLoop) : .from(inOrder / (onLoop + latest), to: 1.1 * (inOrder / onLoop))
    }
  }
}

private let latest = Duration.milliseconds(12)

extension Claim.Need {
  /// Cores of which the system tells who had them, if too few of them were busy.
  fileprivate static func knownCores(
    _ usage: @escaping @Sendable (Evidence) -> Utilization?, least: @escaping @Sendable (Evidence) -> Int
  ) -> Self {
    .unless { evidence in
      guard let usage = usage(evidence), usage.coresLacking == nil,
        usage.coresBusy < aboutOneCore.lowerBound * Double(least(evidence))
      else { return nil }
      return
        "Only \(usage.words) were busy, and it is unknown why: this system does not tell whether the lesson's threads were "
        + "ready to run while another program had a core."
    }
  }
}

extension TwoReasons {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "two-reasons", at: "00:04",
      "There are two reasons: to make use of modern CPUs, and to do something useful while waiting.",
      unit: "×", measured: { $0.waitingGain / $0.coresOfLoop },
      bound: .computed { _, isExact in
        let (count, each) = (Double(Answers().count), Answers().each)
        return isExact
          ? .exactly(count) : .atLeast(each * count / (each + latest) / aboutOneCore.upperBound)
      },
      provided: [
        .that("waiting that keeps the thread gains nothing") { $0.blockingGain ?? 1 == 1 },
        .that("a task group keeps all cores busy with computing") { evidence in
          evidence.taskGroup.map { $0.coresKeptBusy >= 0.85 * Double(evidence.cores) } ?? true
        },
        .that("every technique counts the same primes") { $0.allAgree },
      ],
      needs: .knownCores({ $0.taskGroup }, least: { $0.cores }),
      bears: [.cores, .parallelShare],
      because: { evidence in
        "Where tasks wait, one event loop has all answers \(NumberText.short(evidence.waitingGain)) times as soon as one thread. "
          + "Where they compute, it keeps \(Utilization.words(evidence.coresOfLoop)) busy, as one thread does."
          + (evidence.taskGroup.map { " A task group keeps \($0.words) busy.\($0.remark)" } ?? "")
      })
  ]
}

extension Chart {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "single-thread-flattened", at: "00:15",
      "While Moore's law went on, the performance of one thread flattened around 2005, and perhaps turned down.",
      unit: "%", measured: { $0.singleThread.after.share * 100 },
      bound: .computed { evidence, _ in
        // What can be told from no growth at all, and from the growth before.
        let (before, after) = (evidence.singleThread.before, evidence.singleThread.after)
        let least = Growth(slope: Growth.chance(after, .none), error: 0)
        let most = Growth(slope: before.slope - Growth.chance(before, after), error: 0)
        return .from((least.share * 1000).rounded() / 10, to: (most.share * 1000).rounded() / 10)
      },
      provided: [
        .that("transistors went on growing, and faster than one thread") {
          TrendData.transistors.after.isFaster(than: $0.singleThread.after)
        },
        .that("the clock's frequency grew before 2005, and no more from then on") { _ in
          TrendData.frequency.before.isFaster(than: .none) && !TrendData.frequency.after.isFaster(than: .none)
        },
      ],
      bears: [.cores, .parallelShare],
      corrected: { evidence in
        "One thread still gets \(NumberText.short((evidence.singleThread.after.share * 1000).rounded() / 10)) % faster every year, "
          + "taking the best of each year (12 % over all chips, after 45 %). That is slower than before, and it is not flat. What went "
          + "flat, even down, is the clock frequency: from 33 % a year to -1 %."
      },
      because: { _ in "One thread went flat." }),
    Claim(
      "many-cores", at: "00:32", "The only way to stay on the rising line is concurrency over many cores.",
      unit: "cores busy", measured: { $0.own?.coresKeptBusy }, bound: .aboutAll { $0.cores },
      provided: .that("the number of cores on a chip grows faster than one thread does") { _ in
        TrendData.cores.after.isFaster(than: TrendData.singleThread.after)
      },
      needs: [
        .realTime, .unless { $0.obstacle }, .unless { $0.threads?.obstacle("threads") },
        .knownCores({ $0.own }, least: { $0.cores }),
      ],
      bears: [.cores, .parallelShare],
      because: {
        "\($0.cores) threads keep \($0.own!.words) busy.\($0.own!.remark) The number of cores on a chip still rises, by "
          + "27 % a year; a single thread gains 12 %."
      }),
  ]
}

extension Chart.Evidence {
  /// What as many threads as there are cores took.
  fileprivate var own: Utilization? { try? threads?.get() }
}

extension OneOfTwelve {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "one-of-twelve", at: "00:44",
      "On 12 cores, a program with a single thread gets 8.33 % of what the machine can do.",
      unit: "%", measured: { $0.busy / Double($0.cores) * 100 },
      bound: .computed { evidence, isExact in
        let one = OnOneThread.shareOfMachine(cores: evidence.cores) * 100
        return isExact
          ? .exactly(one) : .from(aboutOneCore.lowerBound * one, to: aboutOneCore.upperBound * one)
      },
      provided: .that("one core of twelve is 8.33 %") { _ in
        abs(OnOneThread.shareOfMachine(cores: OneOfTwelve.lecturesCores) * 100 - 8.33) < 0.005
      },
      needs: .knownCores({ $0.usage }, least: { _ in 1 }),
      bears: [.cores, .parallelShare],
      because: {
        "One busy thread keeps \(Utilization.words($0.busy)) of \($0.cores) busy.\($0.usage?.remark ?? "") On the lecture's twelve "
          + "cores that is 8.33 % of the machine."
      })
  ]
}

extension Ways {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "the-lock", at: "00:57", "Because of the GIL, threads do not help with computing in Python.",
      unit: "cores busy", measured: { $0.pythons?.threads.usage.coresBusy },
      bound: .computed { evidence, _ in
        // A program without such a lock keeps all cores busy.
        evidence.pythons?.threads.lock == false
          ? .from(0.85 * Double(evidence.cores), to: 1.15 * Double(evidence.cores))
          : .atMost(aboutOneCore.upperBound)
      },
      provided: [
        .that("all Python programs count the same primes") { $0.pythons?.allAgree == true },
        .that("threads keep all cores busy in Swift") { evidence in
          (evidence.threadsInSwift?.coresKeptBusy ?? 0) >= 0.85 * Double(evidence.cores)
        },
      ],
      needs: [
        .realTime, .unless { $0.obstacle }, .unless { $0.threads?.obstacle("threads") },
        .unless { $0.python?.obstacle("answers from Python") },
        .knownCores({ $0.threadsInSwift }, least: { $0.cores }),
      ],
      bears: [.cores, .parallelShare],
      corrected: { evidence in
        guard let python = evidence.pythons?.threads, !python.lock else { return nil }
        return
          "This Python \(python.version) is a free-threaded build: it has no such lock, and its \(evidence.cores) threads keep "
          + "\(python.usage.words) busy, as Swift's do."
      },
      because: { evidence in
        let python = evidence.pythons!
        let waiting = python.threads.waiting.map { Int(($0 * 1000).rounded()) } ?? 0
        return
          "In Python \(python.threads.version), \(evidence.cores) threads keep \(Utilization.words(python.threads.usage.coresBusy)) "
          + "busy\(python.threads.usage.isDisturbed ? " beside other programs" : ""), since the lock lets one of them run at a time. "
          + "In Swift they keep \(evidence.threadsInSwift!.words) busy."
          + "\(evidence.threadsInSwift!.remark) With *waiting* "
          + "threads do help in Python, too: a thread lets go of the lock before it waits, and \(Answers().count) waits of "
          + "\(Answers().each.inWholeMilliseconds) were over after \(waiting) ms."
      }),
    Claim(
      "one-thread-does-not-help", at: "01:00",
      "asyncio has a single thread, so that it does not help with computing at all.",
      unit: "cores busy", measured: { $0.coresOfLoop }, bound: .exactly(1, inRealTime: aboutOneCore),
      provided: .that("one thread did all pieces") { Set(($0.loop?.samples ?? []).map(\.worker)).count <= 1 },
      needs: .knownCores({ $0.loop }, least: { _ in 1 }),
      bears: [.cores, .parallelShare],
      because: { evidence in
        "All tasks ran on the event loop's one thread, which kept \(Utilization.words(evidence.coresOfLoop)) busy.\(evidence.loop?.remark ?? "")"
      }),
    Claim(
      "multiprocessing", at: "01:04",
      "It comes down to multiprocessing, or to C code that does without the lock.",
      unit: "cores busy", measured: { $0.workers?.coresKeptBusy }, bound: .aboutAll { $0.cores },
      provided: .that("each worker was a process") { evidence in
        Set((evidence.workers?.samples ?? []).map { $0.worker >> 32 }).count == evidence.cores
      },
      needs: [
        .realTime, .unless { $0.obstacle }, .unless { $0.processes?.obstacle("worker processes") },
        .knownCores({ $0.workers }, least: { $0.cores }),
      ],
      bears: [.cores, .parallelShare],
      because: { evidence in
        "In Swift, \(evidence.cores) worker processes keep \(evidence.workers!.words) busy.\(evidence.workers!.remark)"
          + (evidence.pythons.map {
            " In Python, \(evidence.cores) processes keep \(Utilization.words($0.processes.usage.coresBusy)) busy, and "
              + "\(evidence.cores) threads around a function in C \(Utilization.words($0.codeInC.usage.coresBusy))."
          } ?? "")
      }),
  ]
}

extension Ways.Evidence {
  fileprivate var threadsInSwift: Utilization? { try? threads?.get() }
  fileprivate var workers: Utilization? { try? processes?.get() }
  fileprivate var pythons: PythonRuns? { try? python?.get() }
}

extension AmdahlsLaw {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "concurrent-code", at: "01:14",
      "To take advantage of modern hardware, you have to write concurrent code.",
      unit: "%", measured: { evidence in evidence.taskGroup.map { evidence.percent($0) } },
      bound: .aboutAll({ _ in 1 }, unit: 100),
      provided: [
        .that("one thread uses one core") { evidence in
          aboutOneCore.contains(evidence.one?.coresKeptBusy ?? 0)
        },
        .that("where a part has to be done alone, Amdahl's law says how many cores are busy") {
          aboutOneCore.contains(($0.shared?.coresKeptBusy ?? 0) / $0.law)
        },
      ],
      needs: [.realTime, .unless { $0.obstacle }, .knownCores({ $0.taskGroup }, least: { $0.cores })],
      bears: [.cores, .parallelShare],
      because: { evidence in
        "A task group uses \(Int(evidence.percent(evidence.taskGroup!).rounded())) % of the machine, and one thread "
          + "\(Int(evidence.percent(evidence.one!).rounded())) %. Where only "
          + "\(Int((evidence.parallelShare * 100).rounded())) % can be spread, Amdahl's law allows "
          + "\(Utilization.words(evidence.law)) to be busy on average, and it was \(evidence.shared!.words).\(evidence.shared!.remark)"
      })
  ]
}

extension AmdahlsLaw.Evidence {
  /// The share of the machine that something keeps busy.
  fileprivate func percent(_ usage: Utilization) -> Double { usage.coresKeptBusy / Double(cores) * 100 }
}

extension MoreAtOnce {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "more-at-the-same-time", at: "01:21",
      "More common than one computation made faster is to do more at the same time.",
      unit: "×", measured: { $0.after / $0.before }, bound: .gain { $0.jobs },
      provided: .that(
        "one job takes as long as before, not less",
        .computed { evidence, isExact in
          let late = (evidence.jobs[0].ownTime + latest) / evidence.jobs[0].ownTime
          return isExact ? .exactly(1) : .from(1 / late, to: late)
        }
      ) { $0.latency },
      bears: [.cores, .parallelShare],
      because: {
        "With \($0.jobs.count) jobs at a time, \(Int($0.after.rounded())) are done in a second, and \(Int($0.before.rounded())) one at "
          + "a time. None of them gets faster: each takes \(NumberText.short($0.latency, unit: "×")) as long as alone."
      })
  ]
}

extension Scrape {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "a-scrape-gains", at: "01:28",
      "Web servers gain from it, and programs that talk to other systems, such as scrapers.",
      unit: "×",
      measured: { (try? $0.scrapes.get()).map { $0.inOrder.makespan / $0.atOnce.makespan } },
      bound: .gain { _ in Scrape.requests },
      provided: [
        .that("both find the same titles, in the same order") { $0.inOrder?.value == $0.atOnce?.value },
        .that("all titles are found") { $0.inOrder?.value.allSatisfy { !$0.isEmpty } == true },
      ],
      needs: .unless {
        guard case .failure(let error) = $0.scrapes else { return nil }
        return "There is no server to scrape, or no connection to it. The system says: \(error)."
      },
      bears: [.cores, .parallelShare],
      because: {
        "Page after page takes \($0.inOrder!.makespan.inWholeMilliseconds), all at once "
          + "\($0.atOnce!.makespan.inWholeMilliseconds): about as long as the slowest page, and the reading of all of them."
      })
  ]
}

extension PickUp {
  static let claims: [Claim<Evidence>] = [
    Claim(
      "picked-up-almost-instantly", at: "01:35",
      "A long request that mostly waits lets the next one be handled almost instantly.",
      unit: "ms", measured: { $0.awaiting.delay(2).inMilliseconds },
      bound: .exactly(0, inRealTime: 0...latest.inMilliseconds),
      provided: .that("it would have to sit out the first one otherwise") {
        $0.blocking.delay(2) > .milliseconds(120)
      },
      bears: [.cores, .parallelShare],
      because: {
        "That is how long the next request was there before its code ran. Where the first one keeps the thread while it waits, it "
          + "is \($0.blocking.delay(2).inWholeMilliseconds)."
      }),
    Claim(
      "more-from-the-same-server", at: "01:52",
      "Far more is done by unchanged hardware and an unchanged web server.",
      unit: "×", measured: { $0.after / $0.before }, bound: .gain { _ in PickUp.crowd },
      provided: .that("one thread serves all of them") { $0.crowd.timeline.peakConcurrency(of: .work) == 1 },
      bears: [.cores, .parallelShare],
      because: {
        "One core answers \(Int($0.after.rounded())) requests a second where it awaits, and \(Int($0.before.rounded())) where it "
          + "blocks."
      }),
  ]
}
