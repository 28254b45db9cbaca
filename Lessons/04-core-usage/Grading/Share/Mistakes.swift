import LessonKit

extension ShareGrading {
  static let mistakes = [
    percentOfOneCore, coresOfTheChip, userTimeOnly, systemTimeOnly, averageOfBoth, dividesByZero,
    noUserTimeIsNothing, inPercent, idleShare, cutOffAtOne, largerOfBoth, wholeSeconds, upsideDown,
    twoKindsOfTime, takesTheSystemTimeOff, ownShareOfTheTime, leavesTheWallOut,
    wholeCores, noTimeIsAll, busyCoresOnly,
    dividesTheSystemTimeOnly, multipliesByTheCores, oneCoreForTheSystem, idleCores, addsTheCPUTimeToTheWall,
    dividesTwice, cutsTheCPUTimeOff,
  ]

  /// The same mistakes by another road.
  static let others: [(name: String, function: Function)] = [
    (
      "whole-seconds",
      { usage in
        let busy = (usage.user + usage.system).components.seconds
        return usage.wall > .zero
          ? Double(busy) / Double(usage.wall.components.seconds * Int64(usage.usableCores)) : 0
      }
    ),
    (
      "whole-seconds",
      { usage in
        func fraction(_ time: Duration) -> Double { Double(time.components.attoseconds) / 1e18 }
        let most = fraction(usage.wall) * Double(usage.usableCores)
        return most > 0 ? (fraction(usage.user) + fraction(usage.system)) / most : 0
      }
    ),
    (
      "no-user-time-is-nothing",
      { $0.system > .zero ? try solution($0) : 0 }
    ),
    (
      "no-user-time-is-nothing",
      { $0.user > .zero && $0.system > .zero ? try solution($0) : 0 }
    ),
    ("two-kinds-of-time", { parts($0, user: $0.usableCores, system: 1) }),
    ("two-kinds-of-time", { parts($0, user: 1, system: $0.usableCores) }),
    ("two-kinds-of-time", { parts($0, user: $0.chipCores, system: $0.usableCores) }),
    ("two-kinds-of-time", { parts($0, user: 1, system: $0.chipCores) }),
    ("two-kinds-of-time", { parts($0, user: $0.chipCores, system: 1) }),
    (
      "cpu-time-cut-off",
      { usage in
        guard usage.wall > .zero else { return 0 }
        return (min(usage.user, usage.wall) + min(usage.system, usage.wall))
          / (usage.wall * usage.usableCores)
      }
    ),
    ("whole-cores", { wholeCores($0, .down) }), ("whole-cores", { wholeCores($0, .toNearestOrAwayFromZero) }),
    ("own-share-of-the-time", { $0.user + $0.system > .zero ? $0.system / ($0.user + $0.system) : 0 }),
  ]

  private static let busyCoresOnly = Mistake<Function>(
    "busy-cores-only",
    says: """
      You divide by the cores that were busy, and leave the idle ones out. They were there to be used, too: a program that keeps one core of four \
      busy uses a quarter of what it could. Divide by all the cores that it may use.
      """,
    hint: "One core is busy all the time, and three do nothing. What share of the four is that?"
  ) { usage in
    guard usage.wall > .zero else { return 0 }
    let busy = (usage.user + usage.system) / usage.wall
    return busy / min(max(1, busy.rounded(.up)), Double(usage.usableCores))
  }

  /// The sum of two shares, each of another number of cores.
  private static func parts(_ usage: ProgramUsage, user: Int, system: Int) -> Double {
    usage.wall > .zero ? usage.user / (usage.wall * user) + usage.system / (usage.wall * system) : 0
  }

  private static let percentOfOneCore = Mistake<Function>(
    "percent-of-one-core",
    says: """
      You return how much of one core it was, as `top` shows it: with two busy cores that is 2, or 200 %, on any machine. To be a \
      share of the machine it has to be divided by the number of cores.
      """,
    hint: "2 cores were busy for 1 s, of 4. Which part of the machine is that?"
  ) { usage in
    usage.wall > .zero ? (usage.user + usage.system) / usage.wall : 0
  }

  private static let coresOfTheChip = Mistake<Function>(
    "cores-of-the-chip",
    says: """
      You divide by the cores of the chip. In a container, or with an affinity mask, a program may use fewer of them; one that uses \
      all it may use has a share of 1, not less.
      """,
    hint: "The program may use 2 of 8 cores, and both are busy. What should come out?"
  ) { usage in
    usage.wall > .zero ? (usage.user + usage.system) / (usage.wall * usage.chipCores) : 0
  }

  private static let userTimeOnly = Mistake<Function>(
    "user-time-only",
    says: """
      You leave out the system time. What the operating system does on the program's behalf, such as reading a file or switching \
      threads, keeps a core as busy as the program's own code.
      """,
    hint: "1 s of user time and 1 s of system time: for how long was a core busy?"
  ) { usage in
    usage.wall > .zero ? usage.user / (usage.wall * usage.usableCores) : 0
  }

  private static let systemTimeOnly = Mistake<Function>(
    "system-time-only",
    says: """
      You leave out the user time. The program's own code is most of what it does: both times together are what it used.
      """,
    hint: "A program computes for 1 s and asks the system for nothing. What should come out?"
  ) { usage in
    usage.wall > .zero ? usage.system / (usage.wall * usage.usableCores) : 0
  }

  private static let averageOfBoth = Mistake<Function>(
    "average-of-both",
    says: """
      You take the mean of the user and the system time. They do not stand for one another: a core that is busy with the one is not busy \
      with the other, so the two add up.
      """,
    hint: "1 s of user time and 1 s of system time: can one core do both in 1 s?"
  ) { usage in
    usage.wall > .zero ? (usage.user + usage.system) / (usage.wall * usage.usableCores) / 2 : 0
  }

  private static let largerOfBoth = Mistake<Function>(
    "larger-of-both",
    says: """
      You take the larger of the user and the system time, as if the two ran at the same time. Each of them counts how long cores were busy, \
      and a core is busy with one or the other: add them.
      """,
    hint: "A core computes for 2 s, and then works for the system for 1 s. For how long was it busy?"
  ) { usage in
    usage.wall > .zero ? max(usage.user, usage.system) / (usage.wall * usage.usableCores) : 0
  }

  private static let wholeSeconds = Mistake<Function>(
    "whole-seconds",
    says: """
      You use only the whole seconds of a time, and what is left of it is lost: 1.5 s becomes 1 s. `components.seconds` is one of the two \
      parts of a `Duration`; the other is `components.attoseconds`. You need neither: one `Duration` divided by another is a `Double`.
      """,
    hint: "What is `Duration.milliseconds(1500).components.seconds`?"
  ) { usage in
    let busy = usage.user.components.seconds + usage.system.components.seconds
    return usage.wall > .zero
      ? Double(busy) / Double(usage.wall.components.seconds * Int64(usage.usableCores)) : 0
  }

  private static let upsideDown = Mistake<Function>(
    "upside-down",
    says: """
      You divide what the program could have used by what it did use. A share is the other way round: the part, divided by the whole. It is \
      never more than 1.
      """,
    hint: "Half of the machine was busy. Is your result 0.5 or 2?"
  ) { usage in
    usage.wall > .zero ? usage.wall * usage.usableCores / (usage.user + usage.system) : 0
  }

  private static let dividesByZero = Mistake<Function>(
    "divides-by-zero",
    says: """
      For a wall time of zero you return what is not a number, or is endless, as a division by zero does. A program that took no time at all used \
      nothing: look at the wall time before you divide by it.
      """,
    hint: "The wall time is 0. What does your division return?"
  ) { usage in
    (usage.user + usage.system) / (usage.wall * usage.usableCores)
  }

  private static let noUserTimeIsNothing = Mistake<Function>(
    "no-user-time-is-nothing",
    says: """
      You take a program without one of the two kinds of CPU time for one that used nothing. It may spend all its time in the system, copying files \
      for example, or all of it in its own code. It is the *wall* time that must not be zero.
      """,
    hint: "User time 0, system time 1 s, wall time 1 s: was a core busy?"
  ) { usage in
    usage.user > .zero ? (usage.user + usage.system) / (usage.wall * usage.usableCores) : 0
  }

  private static let inPercent = Mistake<Function>(
    "in-percent",
    says: "You return a percentage. What is asked for is a share: 1 for all of the machine, not 100.",
    hint: "All cores are busy all the time. What should come out?"
  ) { usage in
    try solution(usage) * 100
  }

  private static let idleShare = Mistake<Function>(
    "the-idle-share",
    says: "You return the share that was *not* used. What is asked for is the share that was.",
    hint: "Nothing was used. What should come out, and what does?"
  ) { usage in
    try 1 - solution(usage)
  }

  private static let cutOffAtOne = Mistake<Function>(
    "cores-left-out",
    says: """
      You compare the CPU time with the wall time alone, and cut it off at 1. With several cores there is more CPU time than wall \
      time: divide by the cores that the program may use.
      """,
    hint: "2 of 4 cores are busy for 1 s. What do you return, and what if all 4 are?"
  ) { usage in
    usage.wall > .zero ? min(1, (usage.user + usage.system) / usage.wall) : 0
  }

  private static let twoKindsOfTime = Mistake<Function>(
    "two-kinds-of-time",
    says: """
      You do not treat the two kinds of CPU time alike: you divide one of them by another number of cores. What the system does on a program's \
      behalf it does on the core that the program has just used, so both are time of the cores that it may use. Add them, and divide once.
      """,
    hint: "1 s of user time and 1 s of system time. On which cores was either of them spent?"
  ) { usage in
    parts(usage, user: usage.usableCores, system: usage.chipCores)
  }

  private static let takesTheSystemTimeOff = Mistake<Function>(
    "takes-the-system-time-off",
    says: """
      You take the system time off the user time, as if it were part of it. The operating system counts each of them by itself: what the program \
      used is both together.
      """,
    hint: "A core computes for 3 s, and then works for the system for 1 s. Was it busy for 2 s or for 4?"
  ) { usage in
    usage.wall > .zero ? (usage.user - usage.system) / (usage.wall * usage.usableCores) : 0
  }

  private static let ownShareOfTheTime = Mistake<Function>(
    "own-share-of-the-time",
    says: """
      You divide one kind of CPU time by both together. That says how the program's time was spent, and not how much of the machine it used: \
      divide both kinds together by the wall time, once for each core that the program may use.
      """,
    hint: "A program computes for 1 s within 10 s, on one core. What should come out, and what does?"
  ) { usage in
    usage.user + usage.system > .zero ? usage.user / (usage.user + usage.system) : 0
  }

  private static let leavesTheWallOut = Mistake<Function>(
    "leaves-the-wall-time-out",
    says: """
      You divide by the cores alone, so what comes out is seconds for each core. How much of the machine that is depends on how long the program ran: \
      divide by the wall time as well.
      """,
    hint:
      "One core was busy for 2 s. What part of it is that if the program ran for 2 s, and what if it ran for 20?"
  ) { usage in
    usage.wall > .zero ? (usage.user + usage.system) / .seconds(usage.usableCores) : 0
  }

  private static let wholeCores = Mistake<Function>(
    "whole-cores",
    says: """
      You count whole cores. A core may be busy for a part of the time, and that part counts: 1.5 cores of 2 are 0.75 of the machine. Divide without \
      rounding in between.
      """,
    hint: "3 s of CPU time within 2 s: how many cores were busy on average?"
  ) { usage in
    wholeCores(usage, .up)
  }

  private static func wholeCores(_ usage: ProgramUsage, _ rule: FloatingPointRoundingRule) -> Double {
    guard usage.wall > .zero else { return 0 }
    return ((usage.user + usage.system) / usage.wall).rounded(rule) / Double(usage.usableCores)
  }

  private static let noTimeIsAll = Mistake<Function>(
    "no-time-is-all",
    says: """
      For a program that took no time you return that it used the whole machine. It has kept no core busy for any moment: that is nothing, 0.
      """,
    hint: "No wall time, no user time, no system time: was a core busy?"
  ) { usage in
    usage.wall > .zero ? try solution(usage) : 1
  }

  private static let dividesTheSystemTimeOnly = Mistake<Function>(
    "divides-the-system-time-only",
    says: """
      You divide only the system time, and add the user time as it is. In `a + b / c` the division comes first: put the sum into brackets, and \
      divide both kinds together.
      """,
    hint: "Which comes first in `user + system / wall`, the sum or the division?"
  ) { usage in
    usage.wall > .zero ? usage.user / .seconds(1) + usage.system / (usage.wall * usage.usableCores) : 0
  }

  private static let multipliesByTheCores = Mistake<Function>(
    "multiplies-by-the-cores",
    says: """
      You multiply by the cores. The more of them a program may use, the smaller is the share that the same CPU time is of them: divide. If that is \
      what you meant, look at your brackets: `a / b * c` is not `a / (b * c)`.
      """,
    hint:
      "One core is busy, of 2 and then of 4. Which of the two is the larger share, and what do you return?"
  ) { usage in
    usage.wall > .zero ? (usage.user + usage.system) / usage.wall * Double(usage.usableCores) : 0
  }

  private static let oneCoreForTheSystem = Mistake<Function>(
    "one-core-set-aside",
    says: """
      You take one core off, as if the system kept it for itself. It has none of its own: what it does for the program stands in the system time, on the same \
      cores. Divide by all that the program may use.
      """,
    hint: "The program may use 2 cores, and both are busy. What should come out, and what do you return?"
  ) { usage in
    usage.wall > .zero
      ? (usage.user + usage.system) / (usage.wall * max(1, usage.usableCores - 1)) : 0
  }

  private static let idleCores = Mistake<Function>(
    "the-idle-cores",
    says: """
      You return how many cores were idle. Asked for is what the program used, and as a share: the cores that were busy, divided by all that it may use.
      """,
    hint: "One of four cores is busy. Is your result 3, or a quarter?"
  ) { usage in
    usage.wall > .zero
      ? Double(usage.usableCores) - (usage.user + usage.system) / usage.wall : 0
  }

  private static let addsTheCPUTimeToTheWall = Mistake<Function>(
    "adds-cpu-time-to-the-wall-time",
    says: """
      You divide by the CPU time and the wall time together. The two are no parts of a whole: while a core is busy, the clock on the wall goes on. What \
      the program could have used is the wall time, once for each core.
      """,
    hint: "One core, busy for 1 s within 1 s. What should come out, and what do you divide by?"
  ) { usage in
    let busy = usage.user + usage.system
    return busy + usage.wall > .zero ? busy / (busy + usage.wall) : 0
  }

  private static let dividesTwice = Mistake<Function>(
    "divides-by-the-cores-twice",
    says: """
      You divide by the number of cores twice. Once is right: either the CPU time for each core, divided by the wall time, or all CPU time, divided by \
      the wall time of all cores.
      """,
    hint: "All of 4 cores are busy all the time. What should come out, and what does?"
  ) { usage in try solution(usage) / Double(usage.usableCores) }

  private static let cutsTheCPUTimeOff = Mistake<Function>(
    "cpu-time-cut-off",
    says: """
      You cut the CPU time off at the wall time. It may well be longer: while the clock on the wall goes on for 1 s, two busy cores make 2 s of CPU time. \
      Take all of it, and divide it by the time of all cores.
      """,
    hint: "4 cores are busy for 1 s. How much CPU time is that, and how much of it is left in your code?"
  ) { usage in
    guard usage.wall > .zero else { return 0 }
    return min(usage.user + usage.system, usage.wall) / (usage.wall * usage.usableCores)
  }
}
