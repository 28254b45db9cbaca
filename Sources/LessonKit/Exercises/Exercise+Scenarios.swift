import Platform

extension Exercise {
  /// Tries a candidate in scenarios drawn by lot, the smallest first, the same in every run.
  ///
  /// What is told of a wrong answer is the smallest scenario found that shows it: of the first that does, everything is left out
  /// that is not needed.
  ///
  /// - Parameters:
  ///   - first: the seed of the first scenario; the next ones follow.
  ///   - count: how many scenarios to draw; fewer are tried once that has taken a core for a quarter of a second.
  ///   - draw: makes a scenario up, with anything that the exercise's head allows.
  ///   - size: how large a scenario is.
  ///   - simpler: the scenarios that leave out one thing, the simplest first.
  ///   - judge: what is wrong in a scenario; `nil` for nothing. The seed is that of the order in which ready tasks run.
  package static func findingAtRandom<Scenario>(
    from first: UInt64 = 0, of count: Int = 60, _ draw: (inout Chance) -> Scenario, size: (Scenario) -> Int,
    simpler: (Scenario) -> [Scenario], judge: (Scenario, _ seed: UInt64?) -> Finding?
  ) -> Finding? {
    let drawn = (0..<count).map { place in
      let seed = first + UInt64(place)
      var chance = Chance(seed: seed, size: Double(place) / Double(count))
      return (seed: place.isMultiple(of: 2) ? nil : seed, scenario: draw(&chance))
    }.sorted { size($0.scenario) < size($1.scenario) }
    let end = CPUTime.ofThread + .milliseconds(250)
    for (seed, scenario) in drawn where CPUTime.ofThread < end {
      guard let finding = judge(scenario, seed) else { continue }
      var smallest = (scenario, finding)
      var left = simpler(scenario)[...]
      for _ in 0..<40 {
        guard let next = left.popFirst() else { break }
        guard let finding = judge(next, seed) else { continue }
        smallest = (next, finding)
        left = simpler(next)[...]
      }
      return smallest.1
    }
    return nil
  }
}
