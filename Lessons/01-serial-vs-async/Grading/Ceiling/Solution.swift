enum CeilingSolution {
  /// However many requests wait, the thread does the work of one after another; waits cost it nothing.
  static func ceiling(work: Double, wait: Double) -> Double {
    1000 / work
  }
}
