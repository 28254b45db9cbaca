import LessonKit

extension ShareGrading {
  static let mistakes = [
    percentOfOneCore, coresOfTheChip, userTimeOnly, systemTimeOnly, averageOfBoth, dividesByZero,
    noUserTimeIsNothing, inPercent, idleShare, cutOffAtOne, largerOfBoth, wholeSeconds, upsideDown,
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
    )
  ]

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
      You divide by a time of zero. A program that took no time at all used nothing: look at the wall time before you divide by it.
      """,
    hint: "The wall time is 0. What does your division return?"
  ) { usage in
    (usage.user + usage.system) / (usage.wall * usage.usableCores)
  }

  private static let noUserTimeIsNothing = Mistake<Function>(
    "no-user-time-is-nothing",
    says: """
      You take a program without user time for one that used nothing. It may spend all its time in the system, copying files for example. \
      It is the *wall* time that must not be zero.
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
}
