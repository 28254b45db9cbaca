import LessonKit

extension TurnGrading {
  static let mistakes = [
    sleepersStarve, sleepersFirst, lastInFirstOut, staysInTheQueue, waitsUntil, asksAgain, overdue,
    notAtItsTime,
    firstThatFellAsleep, wakesInOrderOfSleep, latestFirst, tiesReversed, oneAtATime, latest,
    wakesWhoItWaitsFor, wakesTooEarly,
    waitsAlthoughReady, standsStill, waitsForNothing, keepsWhoIsAwake, onlySleepers, justLooks, choosesFirst,
    sortsTheReady, oneTooLong, runsSleepers, wakesOneEarly, wakesOnlySome,
  ]

  /// The same mistakes by another road.
  static let others: [(name: String, function: Function)] = [
    (
      "waits-one-too-long",
      { queues, now in
        let step = try solution(&queues, now)
        if case .wait(let time) = step { return .wait(time - 1) }
        return step
      }
    ),
    (
      "wakes-before-the-wait",
      { queues, now in
        let step = try solution(&queues, now)
        if case .wait(let time) = step {
          queues.ready += queues.sleepers.filter { $0.until == now + time }.map(\.task)
          queues.sleepers.removeAll { $0.until == now + time }
        }
        return step
      }
    ),
    (
      "sorts-the-ready",
      { queues, now in
        queues.ready.sort()
        return try solution(&queues, now)
      }
    ),
    (
      "chooses-before-waking",
      { queues, now in
        let isEmpty = queues.ready.isEmpty
        let sleepers = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
        let step = TurnSolution.next(&queues, now: now)
        guard isEmpty, !sleepers.isEmpty else { return step }
        queues.ready = sleepers.map(\.task)
        return .wait(0)
      }
    ),
    (
      "sleepers-starve",
      { queues, now in
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        guard let first = queues.sleepers.enumerated().min(by: { $0.element.until < $1.element.until }) else {
          return .standstill
        }
        guard first.element.until <= now else { return .wait(first.element.until - now) }
        queues.sleepers.remove(at: first.offset)
        return .run(first.element.task)
      }
    ),
    (
      "sleepers-first",
      { queues, now in
        if let first = queues.sleepers.enumerated().min(by: { $0.element.until < $1.element.until }),
          first.element.until <= now
        {
          queues.sleepers.remove(at: first.offset)
          return .run(first.element.task)
        }
        return try solution(&queues, now)
      }
    ),
    (
      "asks-again-and-again",
      { queues, now in
        let step = try solution(&queues, now)
        if case .wait = step { return .wait(1) }
        return step
      }
    ),
    (
      "wakes-one-a-turn",
      { queues, now in
        if let place = queues.sleepers.firstIndex(where: { $0.until <= now }) {
          queues.ready.append(queues.sleepers.remove(at: place).task)
        }
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait($0 - now) } ?? .standstill
      }
    ),
    (
      "waits-for-what-is-over",
      { queues, now in
        if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
        return queues.sleepers.map(\.until).min().map { .wait(max(0, $0 - now)) } ?? .standstill
      }
    ),
    (
      "waits-for-what-is-over",
      { queues, now in
        let overdue = queues.sleepers.filter { $0.until < now }
        queues.sleepers.removeAll { $0.until < now }
        let isIdle = queues.ready.isEmpty && !queues.sleepers.contains { $0.until == now }
        let step = TurnSolution.next(&queues, now: now)
        queues.sleepers = overdue + queues.sleepers
        return isIdle ? overdue.map(\.until).min().map { .wait($0 - now) } ?? step : step
      }
    ),
    (
      "stands-still-with-sleepers",
      { queues, _ in queues.ready.isEmpty ? .standstill : .run(queues.ready.removeFirst()) }
    ),
    (
      "waits-for-nothing",
      { queues, now in
        let step = try solution(&queues, now)
        return step == .standstill ? .wait(.max) : step
      }
    ),
    (
      "equal-times-in-another-order",
      { queues, now in
        queues.sleepers.sort { ($0.until, $0.task) < ($1.until, $1.task) }
        return try solution(&queues, now)
      }
    ),
  ]

  private static let sleepersStarve = Mistake<Function>(
    "sleepers-starve",
    says: """
      You look at the sleepers only when nothing is ready. Two tasks that keep giving way to each other are always ready, and then no sleeper ever \
      wakes up. Let those whose time has come into the ready queue first, in every turn.
      """,
    hint:
      "A task calls `Task.yield()` in a loop, so there is always something ready. When do your sleepers wake?"
  ) { queues, now in
    if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
    return TurnSolution.next(&queues, now: now)
  }

  private static let choosesFirst = Mistake<Function>(
    "chooses-before-waking",
    says: """
      You look at the ready queue first and wake the sleepers afterwards. Those you wake are then in the queue, but you have decided by what \
      was there before: nothing. The loop waits, or ends, although a task is ready. Wake first, then choose.
      """,
    hint: "Nothing is ready, and A slept until 30; it is 30. Is A in the queue when you look who is next?"
  ) { queues, now in
    let isEmpty = queues.ready.isEmpty
    let all = queues
    let step = TurnSolution.next(&queues, now: now)
    guard isEmpty, case .run = step else { return step }
    queues.ready = all.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }.map(\.task)
    guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
    return .wait(earliest - now)
  }

  private static let sleepersFirst = Mistake<Function>(
    "sleepers-first",
    says: """
      A task that wakes up goes before the tasks that are ready already. With many short sleeps the others never have their turn. Put the \
      ones that wake at the end of the ready queue, and take the next one from its front.
      """,
    hint: "B has been ready since 10, A wakes at 40. Which of them has waited longer for the thread?"
  ) { queues, now in
    let ready = queues.ready
    queues.ready = []
    let step = TurnSolution.next(&queues, now: now)
    queues.ready += ready
    if case .run = step { return step }
    return queues.ready.isEmpty ? step : .run(queues.ready.removeFirst())
  }

  private static let lastInFirstOut = Mistake<Function>(
    "last-in-first-out",
    says: """
      You run the task that became ready last. The first ones then wait for as long as others keep coming: a queue gives from its front \
      what it has got at its end. Take the first, not the last.
      """,
    hint: "Which end of `ready` has the task that has been waiting longest?"
  ) { queues, now in
    queues.ready.reverse()
    defer { queues.ready.reverse() }
    let awake = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
    queues.ready = awake.reversed().map(\.task) + queues.ready
    queues.sleepers.removeAll { $0.until <= now }
    return TurnSolution.next(&queues, now: now)
  }

  private static let staysInTheQueue = Mistake<Function>(
    "stays-in-the-queue",
    says: """
      The task that you run stays in the ready queue, so the next turn runs it again, and so on for ever. Take it out: \
      `ready.removeFirst()` returns it, too.
      """,
    hint: "The loop asks you again with the queues as you have left them. What do you return then?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    if case .run(let task) = step { queues.ready.insert(task, at: 0) }
    return step
  }

  private static let waitsUntil = Mistake<Function>(
    "waits-until-instead-of-for",
    says: """
      You return when the next sleeper wakes. The question is for how long nothing can go on: that time less `now`. At 10, a task that sleeps until 30 \
      lets the loop wait for 20.
      """,
    hint: "It is 10, and A sleeps until 30. For how many milliseconds does the loop wait?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    if case .wait(let time) = step { return .wait(now + time) }
    return step
  }

  private static let asksAgain = Mistake<Function>(
    "asks-again-and-again",
    says: """
      You let the loop wait for no time, or for a short while, and look again. It finds nothing ready each time, and the core is busy with \
      asking. You know when the next sleeper wakes: wait for just that long.
      """,
    hint: "Nothing is ready, and A wakes in 20 ms. How often does the loop ask you until then?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    if case .wait = step { return .wait(0) }
    return step
  }

  private static let overdue = Mistake<Function>(
    "waits-for-what-is-over",
    says: """
      You wait although a sleeper's time has come already, and return a wait of nothing, or a negative one. A task may have kept the thread beyond that \
      time. Who is overdue is ready: wake them before you ask what is next.
      """,
    hint: "It is 100, and A slept until 30. What does your subtraction give?"
  ) { queues, now in
    if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
    guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
    return .wait(earliest - now)
  }

  private static let notAtItsTime = Mistake<Function>(
    "not-at-its-own-time",
    says: """
      A sleeper whose time is just now is left asleep. It wakes when its time has come, and not later: `until <= now`, not `<`.
      """,
    hint: "It is 30, and A sleeps until 30. Is there anything to wait for?"
  ) { queues, now in
    let atItsTime = queues.sleepers.filter { $0.until == now }
    let all = queues.sleepers
    queues.sleepers.removeAll { $0.until == now }
    let step = TurnSolution.next(&queues, now: now)
    guard !atItsTime.isEmpty else { return step }
    queues.sleepers = all.filter { $0.until >= now }
    if case .run = step { return step }
    return .wait(0)
  }

  private static let firstThatFellAsleep = Mistake<Function>(
    "first-that-fell-asleep",
    says: """
      You go by the sleeper that fell asleep first. It may be the last to wake: what counts is the earliest `until` of all.
      """,
    hint: "A sleeps until 60, B, who fell asleep later, until 55. When is there something to do?"
  ) { queues, now in
    if let first = queues.sleepers.first, first.until <= now {
      queues.ready.append(queues.sleepers.removeFirst().task)
    }
    if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
    guard let first = queues.sleepers.first else { return .standstill }
    return .wait(first.until - now)
  }

  private static let wakesInOrderOfSleep = Mistake<Function>(
    "wakes-in-order-of-falling-asleep",
    says: """
      Several sleepers are to wake, and you put them into the ready queue in the order in which they fell asleep. First goes who was to wake first; \
      the order of falling asleep decides only between two of the same time.
      """,
    hint: "It is 50; A slept until 40 and B until 20. Which of them should have had the thread first?"
  ) { queues, now in
    queues.ready += queues.sleepers.filter { $0.until <= now }.map(\.task)
    queues.sleepers.removeAll { $0.until <= now }
    return TurnSolution.next(&queues, now: now)
  }

  private static let latestFirst = Mistake<Function>(
    "wakes-the-latest-first",
    says: """
      Several sleepers are to wake, and the one whose time came last goes first. Who was to wake earlier has waited longer for the thread: sort by \
      `until`, the smallest first.
      """,
    hint: "It is 50; A slept until 20 and B until 40. Which of them is first in your order?"
  ) { queues, now in
    let awake = queues.sleepers.filter { $0.until <= now }.sorted { $0.until > $1.until }
    queues.sleepers.removeAll { $0.until <= now }
    queues.ready += awake.map(\.task)
    return TurnSolution.next(&queues, now: now)
  }

  private static let tiesReversed = Mistake<Function>(
    "equal-times-in-another-order",
    says: """
      Of two sleepers with the same time you wake the later one first. The one that fell asleep first goes first: of equals, take the one that comes \
      first in `sleepers`.
      """,
    hint:
      "B and A, in this order, fell asleep until 10. Which of the two does your code take, if neither is earlier?"
  ) { queues, now in
    let sleepers = queues.sleepers
    queues.sleepers.reverse()
    defer { queues.sleepers = sleepers.filter { $0.until > now } }
    return TurnSolution.next(&queues, now: now)
  }

  private static let oneAtATime = Mistake<Function>(
    "wakes-one-a-turn",
    says: """
      You wake one sleeper in a turn, although the time of others has come as well. What becomes ready until the next turn then goes before them. \
      Wake all of them, in every turn.
      """,
    hint:
      "How many of the sleepers have an `until` that is not after `now`, and how many of them have you left asleep?"
  ) { queues, now in
    if let first = queues.sleepers.enumerated().min(by: { $0.element.until < $1.element.until }),
      first.element.until <= now
    {
      queues.sleepers.remove(at: first.offset)
      queues.ready.append(first.element.task)
    }
    if !queues.ready.isEmpty { return .run(queues.ready.removeFirst()) }
    guard let earliest = queues.sleepers.map(\.until).min() else { return .standstill }
    return .wait(earliest - now)
  }

  private static let wakesOnlySome = Mistake<Function>(
    "wakes-only-some",
    says: """
      You wake some of the sleepers whose time has come, and leave others asleep, though it has come for them as well. What becomes ready until \
      the next turn then goes before them. Wake all with `until <= now`, in every turn.
      """,
    hint: "It is 50; A slept until 40 and B until 45. Which of them does your code leave asleep, and why?"
  ) { queues, now in
    let earliest = queues.sleepers.map(\.until).min()
    let asleep = queues.sleepers.filter { $0.until <= now && $0.until != earliest }
    queues.sleepers.removeAll { $0.until <= now && $0.until != earliest }
    let step = TurnSolution.next(&queues, now: now)
    queues.sleepers = asleep + queues.sleepers
    return step
  }

  private static let latest = Mistake<Function>(
    "waits-for-the-latest",
    says: """
      You wait until the last sleeper wakes, and all the others oversleep. Wait for the earliest: then there is something to run.
      """,
    hint: "A sleeps until 60, B until 55, C until 90. What happens at 55 if the loop waits until 90?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    if case .wait = step { return .wait(queues.sleepers.map(\.until).max()! - now) }
    return step
  }

  private static let wakesWhoItWaitsFor = Mistake<Function>(
    "forgets-the-sleeper",
    says: """
      You take out the sleeper that you wait for. After the wait the loop asks again, and by then it is forgotten: it never wakes. Leave it \
      asleep until its time has come.
      """,
    hint: "After your wait of 20 the loop asks again, with the queues as you have left them. Where is A then?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    if case .wait(let time) = step {
      let place = queues.sleepers.firstIndex { $0.until == now + time }!
      queues.sleepers.remove(at: place)
    }
    return step
  }

  private static let wakesTooEarly = Mistake<Function>(
    "wakes-before-the-wait",
    says: """
      You wake the sleeper that you wait for before the wait. It may end early, because another thread or a socket makes something ready, and then \
      that sleeper runs before its time. Leave it asleep; the turn after the wait wakes it.
      """,
    hint:
      "Your wait is cut short at 15, and the loop asks again. Who runs then, and until when did they want to sleep?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    if case .wait(let time) = step {
      let place = queues.sleepers.firstIndex { $0.until == now + time }!
      queues.ready.append(queues.sleepers.remove(at: place).task)
    }
    return step
  }

  private static let waitsAlthoughReady = Mistake<Function>(
    "waits-although-something-is-ready",
    says: """
      You let the loop wait although a task is ready. The thread would be idle, with work to do. Wait only if the ready queue is empty.
      """,
    hint: "A is ready, and B sleeps for another 18 ms. What could the thread do meanwhile?"
  ) { queues, now in
    if let earliest = queues.sleepers.map(\.until).min(), earliest > now { return .wait(earliest - now) }
    return TurnSolution.next(&queues, now: now)
  }

  private static let standsStill = Mistake<Function>(
    "stands-still-with-sleepers",
    says: """
      You say that nothing can ever go on, although a task sleeps. When its time has come there is something to do: return `.wait`. It is a \
      standstill only if no task is ready and none sleeps.
      """,
    hint: "Nothing is ready, and A sleeps until 30. Is that the end of the program?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    if case .wait = step { return .standstill }
    return step
  }

  private static let waitsForNothing = Mistake<Function>(
    "waits-for-nothing",
    says: """
      No task is ready and none sleeps, and you let the loop wait. Nothing will ever come of that wait, and the program hangs. Say so: \
      `.standstill`. Ours then throws an error that names what the tasks wait for.
      """,
    hint: "Who could end the wait that you return if both queues are empty?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    return step == .standstill ? .wait(0) : step
  }

  private static let keepsWhoIsAwake = Mistake<Function>(
    "stays-asleep-too",
    says: """
      Who wakes goes into the ready queue and stays among the sleepers as well. The next turn wakes them once more, and they run twice. Take them \
      out of `sleepers`.
      """,
    hint: "Once A is in `ready`, does your code still find it in `sleepers` at the next turn?"
  ) { queues, now in
    let sleepers = queues.sleepers
    defer { queues.sleepers = sleepers }
    return TurnSolution.next(&queues, now: now)
  }

  private static let onlySleepers = Mistake<Function>(
    "loses-those-who-wake",
    says: """
      You take out several sleepers whose time has come, and run one of them; the others are in neither queue now, and will never go on. Put them \
      at the end of `ready`.
      """,
    hint: "Three sleepers are to wake, and one of them runs. Where are the other two?"
  ) { queues, now in
    let ready = queues.ready
    let step = TurnSolution.next(&queues, now: now)
    queues.ready = Array(ready.dropFirst())
    return step
  }

  private static let justLooks = Mistake<Function>(
    "changes-nothing",
    says: """
      You leave the queues as they were. The loop asks you again with these, and gets the same answer for ever. Change them in \
      place, `queues.ready` and `queues.sleepers`, not a copy of them.
      """,
    hint: "`var ready = queues.ready` makes a copy. Who sees what you take out of the copy?"
  ) { queues, now in
    var copy = queues
    return TurnSolution.next(&copy, now: now)
  }

  private static let sortsTheReady = Mistake<Function>(
    "sorts-the-ready",
    says: """
      You put the ready queue in order by the tasks' names. It is in order already: the task that became ready first has the next turn. Under your order a task with \
      an unlucky name may never run.
      """,
    hint: "B is ready, and A wakes up. Which of the two has waited longer for its turn?"
  ) { queues, now in
    let due = queues.sleepers.filter { $0.until <= now }.sorted { $0.until < $1.until }
    queues.sleepers.removeAll { $0.until <= now }
    queues.ready = (queues.ready + due.map(\.task)).sorted()
    return try solution(&queues, now)
  }

  private static let oneTooLong = Mistake<Function>(
    "waits-one-too-long",
    says: """
      You wait a millisecond too long, or one too short. From `now` until the first sleeper wakes it is `until - now`: a sleeper until 30, at 10, wakes in \
      20 ms. A loop that is a little off wakes everyone late, or for nothing.
      """,
    hint: "At 10, with a sleeper until 30: at which instant does the wait that you return end?"
  ) { queues, now in
    let step = try solution(&queues, now)
    if case .wait(let time) = step { return .wait(time + 1) }
    return step
  }

  private static let runsSleepers = Mistake<Function>(
    "runs-a-sleeper",
    says: """
      When no task is ready you run the one that sleeps, before its time. It asked to sleep until then: a timer that runs out early is as wrong \
      as one that is late. Return `.wait` with what is left of its time, and leave it asleep.
      """,
    hint: "It is 10, and A sleeps until 30. What did A ask for, and what does it find when it runs at 10?"
  ) { queues, now in
    let step = TurnSolution.next(&queues, now: now)
    guard case .wait(let time) = step else { return step }
    return TurnSolution.next(&queues, now: now + time)
  }

  private static let wakesOneEarly = Mistake<Function>(
    "wakes-a-moment-early",
    says: """
      You wake a sleeper just before its time, as if a millisecond made no difference. Who sleeps until 30 may count on it that it is 30 \
      afterwards: `until <= now`, and nothing added to it.
      """,
    hint: "It is 29, and A sleeps until 30. What is still to be waited for?"
  ) { queues, now in
    let due = queues.sleepers.filter { $0.until > now && $0.until <= now + 1 }
    guard !due.isEmpty else { return TurnSolution.next(&queues, now: now) }
    return TurnSolution.next(&queues, now: now + 1)
  }
}
