extension Duration {
  /// A little more than whole milliseconds: who looks every millisecond whether something is over is always late.
  static func unguessable(_ milliseconds: Int) -> Duration { .milliseconds(milliseconds) + .microseconds(7) }
}
