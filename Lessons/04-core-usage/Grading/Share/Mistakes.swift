import LessonKit

extension ShareGrading {
  static let mistakes = [percentOfOneCore, coresOfTheChip, userTimeOnly]

  private static let percentOfOneCore = Mistake<Function>(
    "percent-of-one-core",
    says: """
      You return how much of one core it was, as `top` shows it: with two busy cores that is 2, or 200 %, on any machine. To be a \
      share of the machine it has to be divided by the number of cores.
      """
  ) { usage in
    usage.wall > .zero ? (usage.user + usage.system) / usage.wall : 0
  }

  private static let coresOfTheChip = Mistake<Function>(
    "cores-of-the-chip",
    says: """
      You divide by the cores of the chip. In a container, or with an affinity mask, a program may use fewer of them; one that uses \
      all it may use has a share of 1, not less.
      """
  ) { usage in
    usage.wall > .zero ? (usage.user + usage.system) / (usage.wall * usage.chipCores) : 0
  }

  private static let userTimeOnly = Mistake<Function>(
    "user-time-only",
    says: """
      You leave out the system time. What the operating system does on the program's behalf, such as reading a file or switching \
      threads, keeps a core as busy as the program's own code.
      """
  ) { usage in
    usage.wall > .zero ? usage.user / (usage.wall * usage.usableCores) : 0
  }
}
