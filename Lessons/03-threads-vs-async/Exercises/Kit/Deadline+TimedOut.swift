/// What exercise 3.7 throws at the deadline.
struct TimedOut: Error, Hashable {}
