/// Where items go in exercise 3.5. It takes one at a time, and each takes a while.
final class Consumer: Sendable {
  /// What a broken consumer throws.
  struct Broken: Error, Equatable {}

  private let use: @Sendable (Int) async throws -> Void

  init(_ use: @escaping @Sendable (Int) async throws -> Void) { self.use = use }

  /// Takes an item, and returns when it is ready for the next.
  func take(_ item: Int) async throws { try await use(item) }
}
