import Console
import Measurement
import Processes

/// What this machine's cores can do together: programs that share nothing do the same job, first one alone, then one on
/// each core, and so on by turns.
struct Ceiling: Sendable, Hashable {
  var cores: Int
  /// How long the job took one program alone, and each of several at the same time; the time is left out in which they
  /// were ready to run and something else had the core.
  var alone: [Duration] = []
  var together: [Duration] = []

  /// Has both done once more, with half of a job.
  mutating func measure(_ whole: PrimeJob) throws {
    let job = PrimeJob(pieces: stride(from: 0, to: whole.pieces.count, by: 2).map { whole.pieces[$0] })
    alone.append(try Self.time(job, programs: 1))
    together.append(try Self.time(job, programs: cores))
  }

  /// The work of all cores together, over that of one.
  var timesAsFast: Double {
    Double(cores) * (alone.reduce(.zero, +) / together.reduce(.zero, +))
  }

  /// Whether the cores are as fast together as each is alone, but for what two runs of the same job may differ by.
  var isFull: Bool { timesAsFast >= 0.9 * Double(cores) }

  /// What the figure means for any technique.
  var meaning: String {
    let figure = NumberText.short(timesAsFast)
    return isFull
      ? "Your \(cores) cores together do \(figure) times the work of one: that is how fast it can get."
      : "Your \(cores) cores together do only \(figure) times the work of one, even for programs that share nothing: the cores "
        + "share units, heat or a host. No technique can be faster than that, although it keeps every core busy."
  }

  /// The mean over the programs; that of their rates, since cores may be of two kinds.
  private static func time(_ job: PrimeJob, programs: Int) throws -> Duration {
    let counted = try Worker.counting.answers(to: Array(repeating: job.pieces, count: programs))
    let rates = counted.map { counted in
      let usage = Utilization(samples: counted.samples)
      return .seconds(1) / (usage.wall - (usage.withoutCore ?? .zero))
    }
    return .seconds(Double(programs) / rates.reduce(0, +))
  }
}
