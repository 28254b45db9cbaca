/// Where items come from in exercise 3.5. Making one takes a while.
final class Producer: Sendable {
  /// What a broken producer throws.
  struct OutOfOrder: Error, Equatable {}

  private let make: @Sendable () async throws -> Int?

  init(_ make: @escaping @Sendable () async throws -> Int?) { self.make = make }

  /// Makes the next item, or returns `nil` when there are no more.
  func next() async throws -> Int? { try await make() }
}
