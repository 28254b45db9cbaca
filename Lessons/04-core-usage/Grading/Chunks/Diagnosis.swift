import LessonKit
import Measurement
import Platform

extension ChunksGrading {
  static func examine(_ candidate: @escaping Function) -> Finding { examine(candidate, drawnFrom: 0) }

  /// - Parameter first: the seed of the first question that is drawn by lot; the next ones follow.
  static func examine(_ candidate: @escaping Function, drawnFrom first: UInt64) -> Finding {
    for seed in [nil, 1, 2] as [UInt64?] {
      for (count, cores) in [(1200, 4), (47, 16), (30, 3), (1000, 1), (3, 8), (0, 4)] {
        if let finding = examine(candidate, count, cores, seed) { return finding }
      }
    }
    let end = CPUTime.ofThread + .milliseconds(250)
    for (count, cores) in drawn(from: first) where CPUTime.ofThread < end {
      if let finding = examine(candidate, count, cores, nil) { return finding }
    }
    return .passed(
      """
      Every core has one chunk, and no chunk is longer than it has to be. Where pieces take unequally long, more of them than cores even it \
      out, at the price of more beginnings. This was the last exercise: `swift run lessons` says what is left.
      """)
  }

  /// Numbers and cores by lot, the fewest first: what is told of a wrong answer is the first that shows it.
  private static func drawn(from first: UInt64) -> [(count: Int, cores: Int)] {
    (0..<100).map { place in
      var chance = Chance(seed: first + UInt64(place), size: Double(place % 20) / 20)
      let cores = chance.count(1...24)
      // As often with nothing left over as with something.
      return (chance.isSo(oneIn: 3) ? cores * chance.count(1...8) : chance.count(0...150), cores)
    }
    .sorted { $0.count + $0.cores < $1.count + $1.cores }
  }

  private static func words(_ count: Int, _ cores: Int) -> String {
    "\(count) number\(count == 1 ? "" : "s") on \(cores) core\(cores == 1 ? "" : "s")"
  }

  /// What is wrong with a candidate's answer to one question; `nil` if nothing is.
  private static func examine(_ candidate: @escaping Function, _ count: Int, _ cores: Int, _ seed: UInt64?)
    -> Finding?
  {
    note(question: words(count, cores))
    let (both, observed) = observe(candidate, count: count, cores: cores, seed: seed)
    if let obstacle = both.obstacle { return obstacle }
    guard diagnosis.outcome(of: observed) != nil else { return nil }
    let closer = comparing(observed, candidate, seed: seed)
    return diagnosis.outcome(of: closer).map { computing(both.finding($0)) }
  }

  /// The same finding with cores that are drawn as computing: nothing waits there.
  private static func computing(_ finding: Finding) -> Finding {
    func computing(_ timeline: Timeline) -> Timeline {
      var timeline = timeline
      for lane in timeline.lanes.indices {
        for span in timeline.lanes[lane].spans.indices where timeline.lanes[lane].spans[span].kind == .wait {
          timeline.lanes[lane].spans[span].kind = .work
        }
      }
      return timeline
    }
    var finding = finding
    finding.yours = finding.yours.map(computing)
    finding.expected = finding.expected.map(computing)
    return finding
  }

  private struct Observed {
    var count: Int
    var cores: Int
    var trial: Trial<Int>
    var machine: ModelMachine
    var right: Int
    /// The chunks that the candidate makes for the same numbers on a machine with twice the cores.
    var chunksOnTwiceTheCores: [Int] = []
    /// How many chunks the candidate makes where each core has the same share, and nothing is left over.
    var chunksWithoutRest = 0

    var chunks: [Int] { machine.chunks }
    /// Single numbers may be added to the total, or sums of chunks, which are no more numbers.
    var handed: Int {
      let inChunks = chunks.reduce(0, +)
      return inChunks >= count ? inChunks : inChunks + machine.additions
    }
    /// Single numbers are as small as chunks get, on any machine.
    var areTheSameOnAnyMachine: Bool {
      chunks.count > 1 && longest > 1 && chunks.sorted() == chunksOnTwiceTheCores.sorted()
    }
    var longest: Int { chunks.max() ?? 0 }
    /// Whether each chunk but the last has its share of the numbers, rounded down.
    var areRoundedDown: Bool {
      chunks.count > cores && count > cores && !count.isMultiple(of: cores)
        && chunksWithoutRest <= cores && chunks.dropLast().allSatisfy { $0 == count / cores }
    }
    /// Whether only the shared total can be what takes long.
    var isSlowForTheTotal: Bool {
      machine.additions > 0 && chunks.reduce(0, +) == count && chunks.count <= cores
        && longest == length
    }
    /// Whether the machine was given the sums of all chunks, too, when they were there.
    var addsTheSumsUp: Bool {
      chunks.count > 2 && chunks.last == chunks.count - 1 && chunks.dropLast().reduce(0, +) == count
    }
    /// Whether beginning takes as long as adding up, or longer, where one chunk for each core would have many numbers.
    var areTooSmall: Bool {
      chunks.count > cores && chunks.count * 5 >= count && count > 20 * cores
    }
    var isFast: Bool { trial.end <= machine.leastTime(for: count) }
    /// The length of a chunk where none is longer than it has to be.
    var length: Int { (count + cores - 1) / cores }
    /// What is missing of the sum, or too much.
    var difference: Int { (trial.value ?? 0) - right }
    var times: String {
      "\(words(count, cores)) took \(trial.end.inWholeMilliseconds), and could take "
        + "\(machine.leastTime(for: count).inWholeMilliseconds)."
    }
    var sums: String {
      "The sum of \(count) number\(count == 1 ? "" : "s") is \(right), and you returned \(trial.value.map(String.init) ?? "nothing")."
    }
  }

  private static let diagnosis = Diagnosis<Observed>([
    .init(
      "Did it return anything?", { $0.trial.value != nil },
      otherwise: { "Nothing failed, yet you threw \($0.trial.error.map { "\($0)" } ?? "an error")." }),
    .init(
      "Did the machine add up the numbers?", { $0.handed > 0 || $0.count == 0 },
      names: [
        .init(
          "never-asks-the-machine",
          if: { $0.machine.chunks.isEmpty && $0.machine.additions == 0 && $0.trial.value == $0.right }
        ) { $0.times }
      ],
      otherwise: { "\($0.sums) You did not hand any of them to the machine." }),
    .init(
      "Does each task keep a sum of its own?", { $0.count == 0 || $0.machine.additions < $0.count },
      names: [.init("one-shared-accumulator", if: { $0.machine.additions >= $0.count }) { $0.times }],
      otherwise: { $0.times }),
    .init(
      "Is the sum right?", { $0.trial.value == $0.right },
      names: [
        .init("forgets-the-rest", if: { $0.handed < $0.count }) {
          "\($0.sums) Of \(words($0.count, $0.cores)), \($0.handed) were handed to the machine."
        },
        .init("counts-numbers-twice", if: { $0.handed > $0.count && $0.handed < $0.count + $0.chunks.count })
        {
          "\($0.sums) \($0.handed) numbers were handed to the machine, and there are \($0.count)."
        },
        .init("hands-numbers-over-again", if: { $0.handed > $0.count }) {
          "\($0.sums) \($0.handed) numbers were handed to the machine, and there are \($0.count)."
        },
        .init(
          "adds-the-sums-twice", if: { $0.machine.additions > 0 && $0.trial.value == $0.right * 2 }
        ) { "\($0.sums) The total that all cores share is \($0.machine.total)." },
        .init("drops-the-answers", if: { $0.trial.value == 0 }) {
          "\($0.sums) The machine has returned the sums of \($0.chunks.count) chunks."
        },
        .init(
          "leaves-sums-out",
          if: { seen in
            let sums = seen.machine.sums
            return sums.count > 1
              && sums.contains { $0 == seen.trial.value || $0 == -seen.difference }
          }
        ) {
          "\($0.sums) The machine has returned the sums of \($0.chunks.count) chunks: "
            + "\($0.machine.sums.prefix(4).map(String.init).joined(separator: ", "))\($0.chunks.count > 4 ? " and so on" : "")."
        },
      ], otherwise: { $0.sums }),
    .init(
      "Was nothing begun for nothing?", { $0.isFast || $0.count > 0 },
      names: [
        .init("begins-empty-chunks", if: { $0.longest == 0 && !$0.chunks.isEmpty }) {
          "\($0.times) You handed over \($0.chunks.count == 1 ? "an empty chunk" : "\($0.chunks.count) empty chunks")."
        }
      ], otherwise: \.times),
    .init(
      "Do the cores share the work?", { $0.isFast || $0.cores == 1 },
      names: [
        .init("a-task-an-element", if: { $0.count > 4 * $0.cores && $0.chunks.count >= $0.count }) {
          $0.times
        },
        .init("one-core-does-it-all", if: { $0.chunks.count == 1 }) { $0.times },
        .init("serial-in-disguise", if: { $0.trial.peak == 1 }) { $0.times },
        .init(
          "adds-the-rest-to-the-total",
          if: { $0.machine.additions > 0 && $0.chunks.reduce(0, +) + $0.machine.additions == $0.count }
        ) {
          "\($0.times) \($0.machine.additions) numbers were added to the total, one at a time."
        },
        .init(
          "some-begin-late",
          if: {
            $0.machine.additions == 0 && $0.trial.peak < min($0.chunks.count, $0.cores) && !$0.addsTheSumsUp
          }
        ) {
          "\($0.times) You made \($0.chunks.count) chunks, and never had more than \($0.trial.peak) under way at the same time."
        },
        .init("stands-in-line-for-the-total", if: \.isSlowForTheTotal) {
          "\($0.times) The total was added to \($0.machine.additions) times, and only one core at a time may add."
        },
        .init("machine-adds-the-sums", if: \.addsTheSumsUp) {
          "\($0.times) The last chunk held the sums of the \($0.chunks.count - 1) others."
        },
        .init("rounds-the-length-down", if: \.areRoundedDown) {
          "\($0.times) You made \($0.chunks.count) chunks of \($0.longest) numbers at most, and \($0.cores) of them begin at once."
        },
        .init("chunks-too-small", if: \.areTooSmall) {
          "\($0.times) You made \($0.chunks.count) chunks of \($0.longest) numbers at most, and each takes 5 ms to begin."
        },
        .init(
          "ignores-the-cores",
          if: { $0.areTheSameOnAnyMachine }
        ) {
          "\($0.times) On a machine with twice the cores you make the same \($0.chunks.count) chunks."
        },
        .init(
          "longer-by-one",
          if: {
            $0.count.isMultiple(of: $0.cores) && $0.chunks.dropLast().allSatisfy([$0.length + 1].contains)
          }
        ) {
          "\($0.times) Your longest chunk has \($0.longest) numbers, and \($0.length) on each core are all."
        },
        .init("leaves-cores-idle", if: { $0.chunks.count < min($0.cores, $0.count) }) {
          "\($0.times) You made \($0.chunks.count) chunks, and there are \($0.cores) cores."
        },
        .init(
          "last-one-alone", if: { $0.longest > $0.length }
        ) {
          "\($0.times) Your longest chunk has \($0.longest) numbers."
        },
        .init(
          "too-many-chunks", if: { $0.chunks.count > $0.cores && $0.chunksWithoutRest >= 2 * $0.cores }
        ) {
          "\($0.times) You made \($0.chunks.count) chunks, and each takes 5 ms to begin."
        },
        .init("some-cores-begin-twice", if: { $0.chunks.count > $0.cores && $0.chunks.count < 2 * $0.cores })
        {
          "\($0.times) You made \($0.chunks.count) chunks, and \($0.cores) of them begin at once."
        },
      ], otherwise: { "The sum is right, but the cores are not used well: \($0.times)" }),
    .init(
      "Is even a single core used well?", { $0.cores > 1 || $0.isFast },
      names: [
        .init("a-task-an-element", if: { $0.chunks.count >= $0.count }) { $0.times },
        .init(
          "ignores-the-cores",
          if: { $0.areTheSameOnAnyMachine }
        ) { $0.times },
        .init("too-many-chunks", if: { $0.chunks.count > $0.cores }) { $0.times },
      ], otherwise: { $0.times }),
  ])

  private static func observe(
    _ candidate: @escaping Function, count: Int, cores: Int, seed: UInt64?
  ) -> (Comparison<Int>, Observed) {
    let numbers = numbers(count)
    var machines: [ModelMachine] = []
    func run(_ function: @escaping Function, on cores: Int) -> Trial<Int> {
      let machine = ModelMachine(cores: cores, seed: seed)
      machines.append(machine)
      return Trial(machine.probe) { try await function(numbers, machine) }
    }
    let both = Comparison(candidate, with: solution, seed: seed) { run($0, on: cores) }
    return (
      both,
      Observed(
        count: count, cores: cores, trial: both.trial, machine: machines[0], right: numbers.reduce(0, +))
    )
  }

  /// A closer look at a wrong answer: what it does on twice the cores, and where nothing is left over.
  private static func comparing(_ observed: Observed, _ candidate: @escaping Function, seed: UInt64?)
    -> Observed
  {
    func chunks(of numbers: [Int], on cores: Int) -> [Int] {
      let machine = ModelMachine(cores: cores, seed: seed)
      _ = Trial(machine.probe) { try await candidate(numbers, machine) }
      return machine.chunks
    }
    var closer = observed
    closer.chunksOnTwiceTheCores = chunks(of: Self.numbers(observed.count), on: 2 * observed.cores)
    closer.chunksWithoutRest = chunks(of: Array(1...60 * observed.cores), on: observed.cores).count
    return closer
  }

  /// Not in order and of both signs, so that a sum that is right is no accident.
  private static func numbers(_ count: Int) -> [Int] { (0..<count).map { ($0 * 7919) % 1013 - 400 } }
}
