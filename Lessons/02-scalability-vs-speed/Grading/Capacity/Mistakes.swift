import LessonKit

extension CapacityGrading {
  static let mistakes = [
    overlapsOneAtATime, countsTheWaitOnTheLoop, forgetsTheLastWait, withoutLimit, longerOfTheTwo, belowZero,
    threadsComputeAtOnce, forgetsTheLimit, usesThreadsAgain, countsTheWaitOfThreads, addsTheWork, oneFewer,
    answersASecond, multipliesByTheGain,
    oneMore, countsTheFirstTwice, addsATime, takesTheWaitTwice, leavesTheWaitOut,
  ]

  /// What can go wrong besides.
  static let slips: [Slip<Function>] = [
    Slip("you also take exactly the deadline for too late.", alone: "exactly-is-too-late") { formula in
      { try formula($0, $1, $2, $3 - 1) }
    },
    Slip("you also return fewer than no users where not even one has the page in time.", alone: "below-zero")
    { formula in
      { server, work, wait, deadline in
        deadline < wait ? (deadline - wait) / work : try formula(server, work, wait, deadline)
      }
    },
    Slip("you also return at least 1, and it may be that not even one has the page in time.") { formula in
      { max(1, try formula($0, $1, $2, $3)) }
    },
    Slip("it is so only where a single page has the time.") {
      formula in
      { $1 + $2 > $3 ? 0 : try formula($0, $1, $2, $3) }
    },
    Slip("it is so only where there are fewer threads than the core has time for.") { formula in
      { server, work, wait, deadline in
        if case .threads(let most) = server, most < max(0, deadline - wait) / work {
          try formula(server, work, wait, deadline)
        } else {
          try solution(server, work, wait, deadline)
        }
      }
    },
    Slip("it is so only where the wait is longer than the work.") { formula in
      { $2 > $1 ? try formula($0, $1, $2, $3) : try solution($0, $1, $2, $3) }
    },
    Slip("it is so only where the work is no shorter than the wait.") { formula in
      { $1 >= $2 ? try formula($0, $1, $2, $3) : try solution($0, $1, $2, $3) }
    },
    Slip("it is so only where there is a wait.") { formula in
      { $2 > 0 ? try formula($0, $1, $2, $3) : try solution($0, $1, $2, $3) }
    },
    Slip("it is so only where there is no wait.") { formula in
      { $2 == 0 ? try formula($0, $1, $2, $3) : try solution($0, $1, $2, $3) }
    },
  ]

  /// What makes no difference.
  static let ignoring: [Ignored<Function>] = [
    Ignored("leaves-the-wait-out", "The wait makes no difference to what you return.") { formula, by in
      { server, work, wait, deadline in try formula(server, work, wait + Int(by), deadline) }
    }
  ]

  private static let leavesTheWaitOut = Mistake<Function>(
    "leaves-the-wait-out",
    says: """
      You leave the wait out. The pages don't wait on the core, but each has to wait before it is done: on the server that takes one at a time all the \
      waits count, and on the others the last page's.
      """,
    hint: "A single user, 10 ms of work and 90 ms of wait: is the page there after 50 ms?"
  ) { server, work, _, deadline in
    switch server {
    case .oneAtATime, .eventLoop: (deadline + work / 2) / work
    case .threads(let most): min(most, (deadline + work / 2) / work)
    }
  }

  private static let addsATime = Mistake<Function>(
    "adds-a-time-of-its-own",
    says: """
      You reckon with a time that is not in the question, as for a switch from one page to another. Real servers need such times, but here a page takes \
      its work on the core and its wait beside it, and nothing else: the numbers you are given are all that there is.
      """,
    hint:
      "Which number in your formula is neither the work, the wait, the deadline nor the threads? What does it stand for?"
  ) { server, work, wait, deadline in try solution(server, work + 1, wait, deadline) }

  private static let takesTheWaitTwice = Mistake<Function>(
    "takes-the-wait-off-twice",
    says: """
      You take the wait off the deadline more often than once, or as a part. Waits overlap: however many pages wait, the last of them adds \
      just one wait to the work of all.
      """,
    hint:
      "A single user, 10 ms of work and 90 ms of wait, a deadline of 100 ms. What is left of the deadline when the wait is taken off?",
    on(.loop, .threads) { work, wait, deadline, most in
      min(most ?? .max, max(0, (deadline - 2 * wait) / work))
    })

  /// The same mistakes by another road.
  static let others: [(name: String, function: Function)] =
    others(adding: [1, 2, 5, 10]) + [
      (
        "takes-the-wait-off-twice",
        on(.loop, .threads) { work, wait, deadline, most in
          min(most ?? .max, max(0, (deadline - wait / 2) / work))
        }
      ),
      ("overlaps-one-at-a-time", on(.one) { work, _, deadline, _ in deadline / work }),
      ("overlaps-one-at-a-time", on(.one) { work, wait, deadline, _ in deadline / max(work, wait) }),
      (
        "overlaps-one-at-a-time",
        on(.one) { work, wait, deadline, _ in work + wait <= deadline ? 1 : 0 }
      ),
      (
        "without-limit",
        on(.loop, .threads) { work, wait, deadline, most in work + wait <= deadline ? most ?? 1000 : 0 }
      ),
      ("counts-the-wait-of-threads", on(.threads) { work, wait, deadline, _ in deadline / (work + wait) }),
      ("answers-a-second", on(.one) { work, wait, _, _ in 1000 / (work + wait) }),
      ("answers-a-second", on(.loop, .threads) { work, _, _, _ in 1000 / work }),
      (
        "multiplies-by-the-gain",
        on(.loop) { work, wait, deadline, _ in deadline / (work + wait) * ((work + wait) / work) }
      ),
      (
        "multiplies-by-the-gain",
        on(.loop) { work, wait, deadline, _ in deadline / (work + wait) * (1 + wait / work) }
      ),
      ("without-limit", on(.loop) { _, _, _, _ in .max }),
      ("without-limit", on(.loop) { work, wait, deadline, _ in wait <= deadline ? .max : 0 }),
      (
        "forgets-the-last-wait",
        on(.threads) { work, _, deadline, most in min(most ?? .max, deadline / work) }
      ),
      (
        "forgets-the-last-wait",
        on(.loop, .threads) { work, wait, deadline, most in
          work + wait <= deadline ? min(most ?? .max, deadline / work) : 0
        }
      ),
      (
        "forgets-the-last-wait",
        on(.loop) { work, wait, deadline, _ in work + wait <= deadline ? deadline / work : 0 }
      ),
      (
        "uses-threads-again",
        on(.threads) { work, wait, deadline, most in (most ?? 1) * (deadline / (work + wait)) }
      ),
      (
        "uses-threads-again",
        on(.threads) { work, wait, deadline, most in
          inTurn(work: work, wait: wait, deadline: deadline, threads: most ?? 1)
        }
      ),
      (
        "counts-the-first-twice",
        on(.loop, .threads) { work, wait, deadline, most in
          min(most ?? .max, 1 + max(0, deadline - wait) / work)
        }
      ),
      (
        "counts-the-first-twice",
        on(.loop, .threads) { work, wait, deadline, most in
          work + wait <= deadline ? min(most ?? .max, (deadline - wait) / work) + 1 : 0
        }
      ),
      ("counts-the-first-twice", on(.one) { work, wait, deadline, _ in 1 + deadline / (work + wait) }),
      (
        "counts-the-first-twice",
        on(.one) { work, wait, deadline, _ in
          work + wait <= deadline ? 1 + deadline / (work + wait) : 0
        }
      ),
      ("threads-compute-at-once", on(.threads) { _, _, _, most in most ?? 1 }),
      (
        "below-zero",
        on(.threads) { work, wait, deadline, most in min(most ?? .max, (deadline - wait) / work) }
      ),
    ]

  /// The right formula with a time that was made up: added to the work, to the wait, or to both.
  private static func others(adding times: [Int]) -> [(name: String, function: Function)] {
    func adding(_ work: Int, _ wait: Int) -> (name: String, function: Function) {
      ("adds-a-time-of-its-own", { try solution($0, $1 + work, $2 + wait, $3) })
    }
    return times.flatMap { [adding($0, 0), adding(0, $0), adding($0, $0)] }
  }

  /// The users who have their page in time where a thread that is done takes up the next one.
  private static func inTurn(work: Int, wait: Int, deadline: Int, threads: Int) -> Int {
    var core = 0
    var ends: [Int] = []
    while true {
      // They are done in the order in which they began.
      core = max(core, ends.count < threads ? 0 : ends[ends.count - threads]) + work
      if core + wait > deadline { return ends.count }
      ends.append(core + wait)
    }
  }

  private enum Kind { case one, loop, threads }

  /// A function that differs from the right one for some of the servers.
  private static func on(
    _ kinds: Kind...,
    answer: @escaping @Sendable (_ work: Int, _ wait: Int, _ deadline: Int, _ most: Int?) -> Int
  ) -> Function {
    { server, work, wait, deadline in
      let (kind, most): (Kind, Int?) =
        switch server {
        case .oneAtATime: (.one, nil)
        case .eventLoop: (.loop, nil)
        case .threads(let most): (.threads, most)
        }
      return kinds.contains(kind)
        ? answer(work, wait, deadline, most) : try solution(server, work, wait, deadline)
    }
  }

  private static let overlapsOneAtATime = Mistake<Function>(
    "overlaps-one-at-a-time",
    says: """
      You let pages overlap on the server that takes one at a time. It keeps its only thread while it waits, so each user has to \
      wait for the whole pages of all who are ahead: work and wait.
      """,
    hint: """
      Two users click at 0, with 10 ms of work and 90 ms of wait. When does this server begin the second \
      page?
      """, on(.one) { work, wait, deadline, _ in max(0, (deadline - wait) / work) })

  private static let countsTheWaitOnTheLoop = Mistake<Function>(
    "counts-the-wait-on-the-loop",
    says: """
      You count whole pages on the event loop, as if it took one at a time. While one page waits its thread goes on with the others: \
      one after another is only their work.
      """,
    hint: """
      Two users click at 0, with 10 ms of work and 90 ms of wait. When does the event loop begin the \
      second page?
      """, on(.loop) { work, wait, deadline, _ in deadline / (work + wait) })

  private static let forgetsTheLastWait = Mistake<Function>(
    "forgets-the-last-wait",
    says: """
      You divide the whole deadline by the work. Waits overlap, but they don't vanish: when the core has done the last user's work, \
      that page still has to wait for the database. Take that off the deadline before you share out the rest.
      """,
    hint: """
      A single user, 10 ms of work and 90 ms of wait: when is the page there? What does your formula say \
      of a deadline of 50 ms?
      """,
    on(.loop, .threads) { work, _, deadline, most in min(most ?? .max, deadline / work) })

  private static let withoutLimit = Mistake<Function>(
    "without-limit",
    says: """
      You let the event loop take any number of users. Waits overlap, work doesn't: there is one core, which does the work of one page \
      after another. The last user has to wait for the work of all the others.
      """,
    hint: """
      1000 users click at 0, and each page has 10 ms of work. When does the core begin with the last \
      one?
      """, on(.loop) { work, wait, deadline, _ in work + wait <= deadline ? .max : 0 })

  private static let longerOfTheTwo = Mistake<Function>(
    "longer-of-the-two",
    says: """
      You divide by the longer of work and wait, as if one page could wait while one works, and no more. Any number of pages wait at \
      the same time; the core's work is all that is done one after another.
      """,
    hint: """
      Three users click at 0, with 10 ms of work and 90 ms of wait. When does each of them begin to \
      wait?
      """,
    on(.loop, .threads) { work, wait, deadline, most in
      work + wait <= deadline ? min(most ?? .max, deadline / max(work, wait)) : 0
    })

  private static let belowZero = Mistake<Function>(
    "below-zero",
    says: """
      Where the wait alone takes longer than the deadline, you return fewer than no users. Then not even a single user has the page in time: return 0, \
      for example by `max(0, …)`.
      """,
    hint: "A wait of 300 ms and a deadline of 250: what is left of the deadline, and how many users is that?",
    on(.loop, .threads) { work, wait, deadline, most in min(most ?? .max, (deadline - wait) / work) })

  private static let threadsComputeAtOnce = Mistake<Function>(
    "threads-compute-at-once",
    says: """
      You let all threads compute at the same time. They can wait at the same time, each by itself, but the machine has one core, and \
      only one of them computes at any moment. With many threads that is the limit, as on the event loop.
      """,
    hint: "200 threads have 10 ms of work each. For how long is one core busy with that?",
    on(.threads) { work, wait, deadline, most in work + wait <= deadline ? most ?? 1 : 0 })

  private static let forgetsTheLimit = Mistake<Function>(
    "forgets-the-threads-limit",
    says: """
      You forget that the number of threads is limited. A user for whom none is left is turned away, and then not all have their page: \
      the smaller of the two limits counts.
      """,
    hint: "There are 5 threads, and 6 users click at the same moment. What becomes of the sixth?",
    on(.threads) { work, wait, deadline, _ in max(0, (deadline - wait) / work) })

  private static let usesThreadsAgain = Mistake<Function>(
    "uses-threads-again",
    says: """
      You let threads that are done with a page take up another user. All users click at the same moment: a user who finds no thread then \
      is turned away, and doesn't wait for one.
      """,
    hint: """
      There are 5 threads, and 6 users click at the same moment. When does the sixth learn that no \
      thread is left?
      """,
    on(.threads) { work, wait, deadline, most in
      min(max(0, (deadline - wait) / work), (most ?? 1) * (deadline / (work + wait)))
    })

  private static let countsTheWaitOfThreads = Mistake<Function>(
    "counts-the-wait-of-threads",
    says: """
      You count whole pages on the server with threads, as if it took one at a time. While one thread waits the core runs the others: \
      one after another is only their work.
      """,
    hint: """
      Two users click at 0, with 10 ms of work and 90 ms of wait, and each has a thread. When does the \
      core begin the second page?
      """,
    on(.threads) { work, wait, deadline, most in min(most ?? .max, deadline / (work + wait)) })

  private static let addsTheWork = Mistake<Function>(
    "takes-the-first-page-off",
    says: """
      You take a whole page off the deadline, work and wait, before you share out the rest. The last page's own work is one of those \
      that you share out: only its wait comes on top.
      """,
    hint: """
      A single user, 50 ms of work and 100 ms of wait, a deadline of 150 ms: is the page in time? What \
      does your formula say?
      """,
    on(.loop, .threads) { work, wait, deadline, most in
      min(most ?? .max, max(0, (deadline - wait - work) / work))
    })

  private static let oneFewer = Mistake<Function>(
    "exactly-is-too-late",
    says: """
      You ask for less than the deadline. A user who has the page after exactly the deadline has it in time: `<=`, and no 1 to be taken \
      off.
      """,
    hint: "A page takes 100 ms, and the deadline is 100 ms. Is it in time?"
  ) { server, work, wait, deadline in try solution(server, work, wait, deadline - 1) }

  private static let oneMore = Mistake<Function>(
    "rounds-up",
    says: """
      You round up, and so count a user whose page comes too late. Only who has the whole page in time counts: a division of whole \
      numbers rounds down.
      """,
    hint: "A page takes 100 ms, and the deadline is 99 ms. Is it in time?"
  ) { server, work, wait, deadline in
    switch server {
    case .oneAtATime: return (deadline + work + wait - 1) / (work + wait)
    case .eventLoop: return max(0, (deadline - wait + work - 1) / work)
    case .threads(let most): return min(most, max(0, (deadline - wait + work - 1) / work))
    }
  }

  private static let answersASecond = Mistake<Function>(
    "answers-a-second",
    says: """
      You return how many pages are answered in a second. That is a rate, whatever the deadline is. The question is how many users have \
      their page when the deadline is over, if all click at 0.
      """,
    hint: "What changes in your formula if users have only half as much patience?",
    { server, work, wait, _ in
      switch server {
      case .oneAtATime: 1000 / (work + wait)
      case .eventLoop: 1000 / work
      case .threads(let most): min(most, 1000 / work)
      }
    })

  private static let multipliesByTheGain = Mistake<Function>(
    "multiplies-by-the-gain",
    says: """
      You multiply the users of the server that takes one at a time by the gain of overlapping. That gain is what there is in the long \
      run, when the thread is never idle. With a deadline the last page's wait is left at the end, in which the thread does nothing for it.
      """,
    hint: """
      A single user, 10 ms of work, 90 ms of wait and a deadline of 100 ms: one page is in time, by any server. How many does your \
      formula say?
      """,
    on(.loop, .threads) { work, wait, deadline, most in
      min(most ?? .max, deadline / (work + wait) * (1 + wait / work))
    })

  private static let countsTheFirstTwice = Mistake<Function>(
    "counts-the-first-twice",
    says: """
      You count one user too many: the first one besides those that the time has room for. The first user's work takes time as well, so that \
      user is one of them. Add nothing.
      """,
    hint:
      "10 ms of work, no wait and a deadline of 30 ms. When is each page there, and how many are in time?",
    on(.loop, .threads) { work, wait, deadline, most in
      work + wait <= deadline ? min(most ?? .max, 1 + (deadline - wait) / work) : 0
    })
}
