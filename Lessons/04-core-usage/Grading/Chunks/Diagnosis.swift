import LessonKit
import Measurement

extension ChunksGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2] as [UInt64?] {
      for (count, cores) in [(1200, 4), (47, 16), (1000, 1), (3, 8), (0, 4)] {
        if let finding = judge(candidate, count: count, cores: cores, seed: seed) { return finding }
      }
    }
    return .passed()
  }

  private static func judge(_ candidate: @escaping Function, count: Int, cores: Int, seed: UInt64?)
    -> Finding?
  {
    // Not in order and of both signs, so that a sum that is right is no accident.
    let numbers = (0..<count).map { ($0 * 7919) % 1013 - 400 }
    var machines: [ModelMachine] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let machine = ModelMachine(cores: cores, seed: seed)
      machines.append(machine)
      return Trial(machine.probe) { try await function(numbers, machine) }
    }
    let (trial, machine) = (both.trial, machines[0])
    if let obstacle = both.obstacle { return obstacle }
    let least = machine.leastTime(for: count)
    let times =
      "\(count) numbers on \(cores) cores took \(trial.end.inWholeMilliseconds), and could take \(least.inWholeMilliseconds)."
    if count > 0, machine.additions >= count { return both.mistake("one-shared-accumulator", times) }
    if count > 2 * cores, machine.chunks.count >= count { return both.mistake("a-task-an-element", times) }
    switch trial.outcome {
    case .failure(let error): return both.different("Nothing failed, yet you threw \(error).")
    case .success(let sum) where sum != numbers.reduce(0, +):
      return both.different(
        "The sum of \(count) numbers is \(numbers.reduce(0, +)), and you returned \(sum).")
    case .success: break
    }
    // More chunks than cores are no mistake: they take a little longer to begin, and even out what takes unequally long.
    guard trial.end > least * 1.25, count > cores, cores > 1 else { return nil }
    if trial.peak == 1, machine.chunks.count > 1 { return both.mistake("serial-in-disguise", times) }
    let longest = machine.chunks.max() ?? 0
    if machine.chunks.count > 1, Double(longest) > 1.25 * Double((count + cores - 1) / cores) {
      return both.mistake("last-one-alone", "\(times) Your longest chunk has \(longest) numbers.")
    }
    return both.different("The sum is right, but the cores are not used well: \(times)")
  }
}
