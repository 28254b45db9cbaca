/// What exercise 2.6 throws at a request that there is no room for.
struct Refused: Error, Sendable, Hashable {}
