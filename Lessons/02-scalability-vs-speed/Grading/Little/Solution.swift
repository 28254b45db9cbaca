enum LittleSolution {
  /// Little's law: how many are inside is how many come in a second, times how long each stays.
  static func users(answersPerSecond: Double, responseTime: Double, pause: Double) -> Double {
    let round = (responseTime + pause) / 1000
    return answersPerSecond * round
  }
}
