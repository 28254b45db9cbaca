import LessonKit

extension WhichHelpsGrading {
  static let mistakes = [
    threadsBeatTheLock, loopComputes, processesInSwift, groupInPython, blocksTheLoop, blocksThePool,
    threadForEachWait, moreThanTheLoop, processesToWait, threadsInSwift, survivesACrash, lockIsNeverReleased,
    computesMakesNoDifference, mixesUpTheLanguages, theOtherWayRound, swiftHasTheLockToo, noShelter,
  ]

  private static let threadsBeatTheLock = Mistake<Function>(
    "threads-beat-the-lock",
    says: """
      You compute on threads in Python. The GIL lets only one of them at a time run Python code, so that together they keep one core busy. \
      Processes have a lock each; threads help only where C code releases it.
      """,
    hint: "Four threads count primes in Python. How many of them run at the same instant?",
    only(where: { job, language in language == .python && job.computes && !job.mayCrash }, .threads))

  private static let loopComputes = Mistake<Function>(
    "loop-computes",
    says: """
      You compute on the event loop. Its tasks share one thread, and a piece that computes never gives it back: one core is busy, and the \
      pieces run one after another. Computing needs several threads or processes.
      """,
    hint: "A task on the loop computes for a second, without an await. What do the others do in that second?",
    only(where: { job, _ in job.computes && !job.mayCrash }, .loop))

  private static let processesInSwift = Mistake<Function>(
    "processes-in-swift",
    says: """
      You start processes in Swift, as Python needs them for computing. Swift has no lock that lets only one thread run: a task group keeps \
      all cores busy within one process, and in shared memory.
      """,
    hint: "What is it that keeps threads in Python from computing side by side? Does Swift have it?",
    only(where: { job, language in language == .swift && job.computes && !job.mayCrash }, .processes))

  private static let groupInPython = Mistake<Function>(
    "task-group-in-python",
    says: """
      You compute in a task group in Python. The tasks of `asyncio.TaskGroup` all run on the loop's one thread, so that they compute one \
      after another. Only Swift's group has a pool of threads below it.
      """,
    hint: "How many threads run the tasks of a task group in Python?",
    only(where: { job, language in language == .python && job.computes && !job.mayCrash }, .taskGroup))

  private static let blocksTheLoop = Mistake<Function>(
    "blocks-the-loop",
    says: """
      You make calls on the event loop that keep its thread while they wait; in Python the tasks of a group run there, too. Nothing else on \
      the loop goes on meanwhile, so the pieces wait one after another. Each call that keeps a thread needs one of its own.
      """,
    hint:
      "`canBeAwaited` is false, and a piece waits for the database. Can the loop's thread begin another piece?",
    only(where: { job, _ in !job.computes && !job.canBeAwaited && !job.mayCrash }, .loop))

  private static let blocksThePool = Mistake<Function>(
    "blocks-the-pool",
    says: """
      You make calls in Swift's task group that keep their thread while they wait. The pool has only one thread per core: once as many \
      pieces wait as there are cores, no other can begin. Each call that keeps a thread needs one of its own.
      """,
    hint: "On 2 cores, 20 pieces each keep a thread of the pool while they wait. How many wait at a time?",
    only(
      where: { job, language in language == .swift && !job.computes && !job.canBeAwaited && !job.mayCrash },
      .taskGroup))

  private static let threadForEachWait = Mistake<Function>(
    "thread-for-each-wait",
    says: """
      You give a thread to each piece that only awaits. It works, but every one of these threads just sleeps, and costs memory. A piece that \
      can be awaited gives its thread back, so the loop's single one is enough.
      """,
    hint: "A thousand pieces wait with `await`. How many threads have something to do?",
    only(where: { job, _ in !job.computes && job.canBeAwaited && !job.mayCrash }, .threads))

  private static let moreThanTheLoop = Mistake<Function>(
    "more-than-the-loop",
    says: """
      You take a task group for pieces that only await. It works, but it gains nothing: none of them has anything to compute, and one thread \
      can wait for all of them. Asked for is the first on the list that gets as far, and the loop stands before the group.
      """,
    hint: "A thousand tasks only await. How many cores does the loop need for that, and how many the group?",
    only(where: { job, _ in !job.computes && job.canBeAwaited && !job.mayCrash }, .taskGroup))

  private static let processesToWait = Mistake<Function>(
    "processes-to-wait",
    says: """
      You start processes for pieces that only wait. In Python too, a thread that waits has given the lock back, so many can wait at the \
      same time within one process. A process for each piece costs far more memory, and they wait no better.
      """,
    hint:
      "A Python thread waits for its database. Does it hold the lock meanwhile, or can another thread run?",
    only(
      where: { job, language in
        language == .python && !job.computes && !job.canBeAwaited && !job.mayCrash
      }, .processes))

  private static let threadsInSwift = Mistake<Function>(
    "threads-in-swift",
    says: """
      You make a thread for each piece that computes in Swift. They do run side by side, but more threads than cores compete for the same \
      cores, and each needs a stack of its own. The task group's pool has a thread for each core, and stands first on the list.
      """,
    hint: "A thousand pieces compute on 8 cores. How many threads can run at the same instant?",
    only(where: { job, language in language == .swift && job.computes && !job.mayCrash }, .threads))

  private static let survivesACrash = Mistake<Function>(
    "survives-a-crash",
    says: """
      You overlook that a piece may crash. A crash ends the whole process, with every thread and task in it. Only pieces in processes of \
      their own leave the others running, whether they compute or wait.
      """,
    hint: "One of four threads reads through a null pointer. What becomes of the other three?"
  ) { job, language in
    var job = job
    job.mayCrash = false
    return try solution(job, language)
  }

  private static let lockIsNeverReleased = Mistake<Function>(
    "lock-is-never-released",
    says: """
      You start processes in Python although the pieces compute in C code that releases the lock. Other threads can run meanwhile, so plain \
      threads keep all cores busy, and share their memory.
      """,
    hint: "C code computes, and has released Python's lock. Who can take the lock now?",
    only(where: { job, language in language == .python && job.releasesTheLock && !job.mayCrash }, .processes))

  private static let computesMakesNoDifference = Mistake<Function>(
    "computes-makes-no-difference",
    says: """
      You answer for jobs that compute as if they waited, and kept their thread. `canBeAwaited` is false for them, too, but only says something about \
      jobs that wait: ask `computes` before that. What computes needs a core for each thread at work, not a thread for each piece.
      """,
    hint:
      "`canBeAwaited` is false, and the job counts primes. Which of your lines is the first that this job meets?"
  ) { job, language in
    var job = job
    job.computes = false
    return try solution(job, language)
  }

  private static let mixesUpTheLanguages = Mistake<Function>(
    "mixes-up-the-languages",
    says: """
      You have the two languages the wrong way round. It is Python that has the lock, so it needs processes, or C code that releases it; Swift has none, and its \
      task group runs on a thread for each core.
      """,
    hint: "In which of the two does the GIL keep threads from computing side by side?"
  ) { job, language in try solution(job, language == .swift ? .python : .swift) }

  private static let theOtherWayRound = Mistake<Function>(
    "the-other-way-round",
    says: """
      You take one of the job's Bools the other way round: what you return where it is true is right where it is false. Read what it says in \
      the head of the exercise, and look for a `!` or for two branches that stand in the wrong order.
      """,
    hint: "Say each of your conditions in words, from `job.mayCrash` on. Which of them says the opposite?"
  ) { job, language in
    var job = job
    job.canBeAwaited.toggle()
    return try solution(job, language)
  }

  private static let swiftHasTheLockToo = Mistake<Function>(
    "swift-has-the-lock-too",
    says: """
      You look at `releasesTheLock` in Swift, too. The lock is Python's: in Swift there is none that C code could release, and jobs that compute all need \
      the same, a task group. Ask for the language first.
      """,
    hint: "Which lock is it that `releasesTheLock` speaks of, and who has to take it in a Swift program?",
    only(where: { job, _ in job.computes && job.releasesTheLock && !job.mayCrash }, .threads))

  private static let noShelter = Mistake<Function>(
    "no-shelter-from-a-crash",
    says: """
      You do look at `mayCrash`, but what you choose does not help: tasks and threads are parts of one process, and a crash in any of them ends all of \
      it. Only a process of its own takes no other piece along.
      """,
    hint:
      "A thread reads through a null pointer. What does the operating system end, the thread or the process?"
  ) { job, language in job.mayCrash ? .threads : try solution(job, language) }

  /// The right answer, but for one technique where `isMistaken` holds.
  private static func only(
    where isMistaken: @escaping @Sendable (Job, Language) -> Bool, _ technique: Technique
  ) -> Function {
    { job, language in isMistaken(job, language) ? technique : try solution(job, language) }
  }
}
