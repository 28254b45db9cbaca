extension Mistakes {
  enum Share {
    /// What `top` shows: 200 % for two busy cores, whatever the machine.
    static func percentOfOneCore(_ usage: ProgramUsage) -> Double {
      usage.wall > .zero ? (usage.user + usage.system) / usage.wall : 0
    }

    /// Counts cores that the program must not use.
    static func coresOfTheChip(_ usage: ProgramUsage) -> Double {
      usage.wall > .zero ? (usage.user + usage.system) / (usage.wall * usage.chipCores) : 0
    }

    /// Leaves out what the system did on the program's behalf.
    static func userTimeOnly(_ usage: ProgramUsage) -> Double {
      usage.wall > .zero ? usage.user / (usage.wall * usage.usableCores) : 0
    }
  }
}
