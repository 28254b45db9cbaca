import Console
import LessonKit
import Measurement

/// A job on as many cores, and with as large a share to spread, as the reader asks for.
struct TurnedCores: StoryPart {
  static let id = "bound"
  static let title = "Your job, your cores: Amdahl's law"
  static let claims = AmdahlsLaw.claims

  var cores = OneOfTwelve.lecturesCores
  /// How much of the job can be spread over cores, in percent.
  var share = 80

  /// No more cores than this are drawn.
  static let drawn = 16
  /// How long a piece of the job takes; there are a hundred of them.
  private static let piece = Duration.milliseconds(1)

  init(_ knobs: Knobs) {
    cores = knobs.count(.cores) ?? cores
    share = knobs.count(.parallelShare) ?? share
  }

  /// A job that is only counted, not computed.
  private struct HundredPieces: Job {
    var pieces = (0..<100).map { $0..<$0 + 1 }
    func primes(in piece: Range<Int>) -> Int { 0 }
  }

  func tell(_ telling: Telling) throws -> AmdahlsLaw.Evidence {
    let (one, several) = (timeline(on: 1), timeline(on: cores))
    telling.show("one-core", "A hundred pieces of 1 ms on one core", drawing(one), until: one.end)
    if cores > 1 {
      telling.show(
        "all-cores", "The same on \(cores) cores, \(share) % of it spread", drawing(several), until: one.end)
      if cores > Self.drawn { telling.say("Of the \(cores) cores, \(Self.drawn) are drawn.") }
    }
    let evidence = AmdahlsLaw.Evidence(cores: cores, obstacle: nil, parallelShare: Double(share) / 100)
    for sentence in sentences(evidence, makespan: several.end) { telling.say(sentence) }
    telling.showLaw(evidence)
    telling.note("amdahl/law", evidence.law, unit: "×")
    telling.note("amdahl/drawn", one.end / several.end, unit: "×")
    return evidence
  }

  /// First one core does alone what cannot be spread; then the pieces of the rest are dealt out to all of them.
  private func timeline(on cores: Int) -> Timeline {
    let (alone, spread) = Amdahl.split(HundredPieces(), Double(share) / 100)
    let start = Self.piece * alone.pieces.count
    return Timeline(
      lanes: (0..<cores).map { core in
        var lane = Lane("core \(core + 1)")
        if core == 0, start > .zero { lane.spans.append(Span(.work, from: .zero, to: start)) }
        let own = spread.pieces.indices.count { $0 % cores == core }
        if own > 0 { lane.spans.append(Span(.work, from: start, to: start + Self.piece * own)) }
        return lane
      })
  }

  private func drawing(_ timeline: Timeline) -> Timeline {
    Timeline(lanes: Array(timeline.lanes.prefix(Self.drawn)))
  }

  private func sentences(_ evidence: AmdahlsLaw.Evidence, makespan: Duration) -> [String] {
    let limit = Amdahl.limit(parallelShare: evidence.parallelShare)
    func factor(_ value: Double) -> String { NumberText.short(value, unit: "×") }
    guard cores > 1 else {
      return ["On one core it does not matter how much could be spread: there is nothing to spread it over."]
    }
    guard share > 0 else {
      return [
        "Nothing can be spread, so \(cores - 1) of \(cores) cores have nothing to do, and the job takes as long as ever."
      ]
    }
    let twice = Amdahl.speedUp(parallelShare: evidence.parallelShare, cores: 2 * cores)
    return [
      "One core does \(100 - share) % of the job alone, while \(cores == 2 ? "the other has" : "the others have") nothing to do. Then the "
        + "other \(share) % are spread over \(cores) cores. By Amdahl's law that makes it \(factor(evidence.law)) as fast"
        + (abs(Self.piece * 100 / makespan - evidence.law) < 0.005
          ? "."
          : "; pieces of 1 ms do not divide evenly, so here it is \(factor(Self.piece * 100 / makespan))."),
      "With twice the cores it would be \(factor(twice)), and with any number of them less than \(factor(limit)): what one core does alone "
        + "takes as long as ever.",
    ]
  }
}
