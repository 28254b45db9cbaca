/// What exercise 2.5 throws at a request that there is no room for.
struct Refused: Error, Sendable, Hashable {}
