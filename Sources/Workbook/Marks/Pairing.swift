/// A transcript with the code that belongs to each of its cues.
public struct Pairing: Sendable, Hashable {
  /// A cue and its code.
  public struct Passage: Sendable, Hashable {
    /// What is said.
    public var cue: Transcript.Cue
    /// The regions whose mark names the cue's time, in the order of files and lines.
    public var regions: [SourceRegion]
  }

  /// A mark that names a time at which no cue begins.
  public struct Orphan: Sendable, Hashable {
    /// The time.
    public var time: Timestamp
    /// The region that the mark opens.
    public var region: SourceRegion
  }

  /// The cues with their code, in the order of the transcript.
  public let passages: [Passage]
  /// The marks that no cue has, in the order of files and lines.
  public let orphans: [Orphan]

  /// Pairs cues and regions.
  ///
  /// Where several cues begin in the same second, the first of them has the code.
  public init(_ cues: [Transcript.Cue], _ regions: [SourceRegion]) {
    var taken: Set<Timestamp> = []
    passages = cues.map { cue in
      Passage(
        cue: cue,
        regions: taken.insert(cue.time).inserted ? regions.filter { $0.times.contains(cue.time) } : [])
    }
    orphans = regions.flatMap { region in
      region.times.filter { !taken.contains($0) }.map { Orphan(time: $0, region: region) }
    }
  }
}
