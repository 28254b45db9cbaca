extension Mistakes {
  enum Bank {
    /// Looks before it locks; what it saw is old by then.
    static func checksOutsideTheLock(_ amount: Int, from source: Account, to target: Account) async throws {
      guard try await source.balance() >= amount else { throw Account.InsufficientFunds() }
      let (first, second) = source.number < target.number ? (source, target) : (target, source)
      await first.lock()
      defer { first.unlock() }
      await second.lock()
      defer { second.unlock() }
      try await source.setBalance(source.balance() - amount)
      try await target.setBalance(target.balance() + amount)
    }

    /// Locks the source first, whichever that is.
    static func locksInNoOrder(_ amount: Int, from source: Account, to target: Account) async throws {
      await source.lock()
      defer { source.unlock() }
      let balance = try await source.balance()
      guard balance >= amount else { throw Account.InsufficientFunds() }
      await target.lock()
      defer { target.unlock() }
      try await source.setBalance(balance - amount)
      try await target.setBalance(target.balance() + amount)
    }

    /// Trusts that nobody comes between a read and a write, as one may where nothing is awaited.
    static func awaitsBetweenReadAndWrite(_ amount: Int, from source: Account, to target: Account)
      async throws
    {
      let balance = try await source.balance()
      guard balance >= amount else { throw Account.InsufficientFunds() }
      try await source.setBalance(balance - amount)
      try await target.setBalance(target.balance() + amount)
    }

    /// Unlocks at the end, which an error never reaches.
    static func keepsTheLockOnError(_ amount: Int, from source: Account, to target: Account) async throws {
      let (first, second) = source.number < target.number ? (source, target) : (target, source)
      await first.lock()
      await second.lock()
      let balance = try await source.balance()
      guard balance >= amount else { throw Account.InsufficientFunds() }
      try await source.setBalance(balance - amount)
      try await target.setBalance(target.balance() + amount)
      second.unlock()
      first.unlock()
    }
  }
}
