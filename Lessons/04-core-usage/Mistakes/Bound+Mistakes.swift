import Report

extension Mistakes {
  enum Bound {
    /// Works out what each part gains by itself, and adds the percentages.
    static func addsPercentages(spreading shares: [Double], over cores: Int) -> Double {
      shares.reduce(1) { sum, share in
        sum + 1 / ((1 - share) + share / Double(cores)) - 1
      }
    }

    /// A fifth of the time saved, and so a fifth faster.
    static func timeSaved(spreading shares: [Double], over cores: Int) -> Double {
      let parallel = shares.reduce(0, +)
      return 1 + parallel * (1 - 1 / Double(cores))
    }

    /// A fifth can be spread, and so a fifth faster, on however many cores.
    static func sharesAsGains(spreading shares: [Double], over cores: Int) -> Double {
      1 + shares.reduce(0, +)
    }

    /// The limit for any number of cores, however few there are.
    static func anyNumberOfCores(spreading shares: [Double], over cores: Int) -> Double {
      1 / (1 - shares.reduce(0, +))
    }

    /// As if all of the program could be spread.
    static func asManyAsCores(spreading shares: [Double], over cores: Int) -> Double {
      Double(cores)
    }
  }
}
