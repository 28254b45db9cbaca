extension Mistakes {
  enum Unblock {
    /// The handler as it was.
    static func blocksTheLoop(_ number: Int, _ invoices: Invoices) async throws -> String {
      let order = try await invoices.order(number)
      return invoices.printed(order)
    }

    /// Lets the others go first, and blocks them then.
    static func yieldsFirst(_ number: Int, _ invoices: Invoices) async throws -> String {
      let order = try await invoices.order(number)
      await Task.yield()
      return invoices.printed(order)
    }

    /// Moves the block to the pool that all other tasks run on.
    static func blocksThePool(_ number: Int, _ invoices: Invoices) async throws -> String {
      let order = try await invoices.order(number)
      return await Task.detached { invoices.printed(order) }.value
    }

    /// Moves the block to the pool, and the day on which the pool is full a little further away.
    static func biggerPool(_ number: Int, _ invoices: Invoices) async throws -> String {
      let order = try await invoices.order(number)
      return try await invoices.onPool(width: 64) { invoices.printed(order) }
    }
  }
}
