import EventLoop
import LessonKit
import Measurement

/// Exercise 4.1: how it is told, and how an answer is judged.
enum ChunksExercise {
  typealias Function = @Sendable ([Int], ModelMachine) async throws -> Int

  static let exercise = Exercise(
    "chunks", question: "Add up all numbers, on all cores.", file: "Chunks.swift",
    hints: [
      "Two things cost time: beginning a chunk, and the numbers in it. So few chunks, but one for every core, and none of "
        + "them much longer than the others.",
      "`numbers.count / machine.cores` rounds down, and what remains has to go somewhere. Round up instead: then no chunk is "
        + "longer than it has to be, and the last one may be a little shorter.",
      "`withThrowingTaskGroup(of: Int.self)`, `group.addTask { try await machine.sum(numbers[start..<end]) }` for every "
        + "chunk, and at the end `group.reduce(0, +)`. Each child returns its own sum, and nobody needs the shared total.",
    ],
    learner: { try await chunks($0, on: $1) } as Function,
    solution: { try await Solutions.chunks($0, on: $1) }, mistakes: mistakes, examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "a-task-an-element",
      says:
        "You begin a task for every single number. To begin costs more than to add, so that the cores are busy with beginning: "
        + "give each of them one chunk of many numbers.",
      { try await Mistakes.Chunks.taskAnElement($0, on: $1) }),
    Mistake(
      "one-shared-accumulator",
      says:
        "Your tasks add to one total that all of them share. Only one at a time may, so that all others stand in line, as they would "
        + "at a lock: let each task keep a sum of its own, and add up the few sums at the end.",
      { try await Mistakes.Chunks.sharedAccumulator($0, on: $1) }),
    Mistake(
      "last-one-alone",
      says:
        "Your chunks are of unequal length, and the longest goes on alone when all other cores are done. A division that rounds down "
        + "leaves a rest; round up instead.",
      { try await Mistakes.Chunks.lastOneAlone($0, on: $1) }),
    Mistake(
      "serial-in-disguise",
      says:
        "You have chunks and tasks, but you await each before you begin the next: one core computes, and the others look on. "
        + "Begin all of them first.",
      { try await Mistakes.Chunks.serialInDisguise($0, on: $1) }),
  ]

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
    let machine = ModelMachine(cores: cores, seed: seed)
    let trial = Trial(machine.probe) { try await candidate(numbers, machine) }
    let model = ModelMachine(cores: cores, seed: seed)
    let right = Trial(model.probe) { try await Solutions.chunks(numbers, on: model) }
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    if let obstacle = trial.obstacle(expected: right.timeline, seed: seed) { return obstacle }
    let least = machine.leastTime(for: count)
    let times =
      "\(count) numbers on \(cores) cores took \(trial.end.inWholeMilliseconds), and could take \(least.inWholeMilliseconds)."
    if count > 0, machine.additions >= count {
      return finding(.mistake("one-shared-accumulator", detail: times))
    }
    if count > 2 * cores, machine.chunks.count >= count {
      return finding(.mistake("a-task-an-element", detail: times))
    }
    switch trial.outcome {
    case .failure(let error): return finding(.different("Nothing failed, and you threw \(error)."))
    case .success(let sum) where sum != numbers.reduce(0, +):
      return finding(
        .different("The sum of \(count) numbers is \(numbers.reduce(0, +)), and you returned \(sum)."))
    case .success: break
    }
    // More chunks than cores are no mistake: they cost a little to begin, and even out what takes unequally long.
    guard trial.end > least * 1.25, count > cores, cores > 1 else { return nil }
    if trial.peak == 1, machine.chunks.count > 1 {
      return finding(.mistake("serial-in-disguise", detail: times))
    }
    let longest = machine.chunks.max() ?? 0
    if machine.chunks.count > 1, Double(longest) > 1.25 * Double((count + cores - 1) / cores) {
      return finding(
        .mistake("last-one-alone", detail: "\(times) Your longest chunk has \(longest) numbers."))
    }
    return finding(.different("The sum is right, but not all cores are used well: \(times)"))
  }
}
