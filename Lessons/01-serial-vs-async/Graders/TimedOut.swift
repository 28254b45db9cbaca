/// Thrown at the deadline by exercise 1.4.
struct TimedOut: Error, Hashable {}
