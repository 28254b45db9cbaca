package import Console

/// What there is to read of a lesson: what the lecture says, and the code and the claims that belong to it.
package struct LessonText: Sendable, Hashable {
  package struct Passage: Sendable, Hashable {
    package var said: Transcript.Passage
    /// The code that belongs to it, in the order of files and lines.
    package var regions: [SourceRegion] = []
    package var claims: [Claim] = []
  }

  /// A claim of the lecture, with its verdict if the lesson has been run.
  package struct Claim: Sendable, Hashable {
    package var id: String
    package var at: Timestamp
    package var statement: String
    package var record: ClaimRecord?
  }

  package let entry: SyllabusEntry
  package let transcript: Transcript
  package let passages: [Passage]
  /// Whether the last run measured in real time or in virtual time; `nil` if the lesson has not been run.
  package let lastRun: String?
  /// What is wrong with transcript and marks, a line each: nothing of it keeps one from reading.
  package let remarks: [String]

  /// Pairs a lesson's transcript with its code and claims.
  ///
  /// A time belongs to the passage that begins then, or else to the one that its cue is part of.
  ///
  /// - Parameter isOriginal: whether the transcript is a copy of the original, which may have fewer times than the retelling; then a
  ///   time may also fall within a passage.
  package init(
    _ entry: SyllabusEntry, transcript: Transcript, isOriginal: Bool = false, sources: LessonSources,
    report: LastReport? = nil
  ) {
    var passages = transcript.passages.map { Passage(said: $0) }
    var owners: [Timestamp: Int] = [:]
    for (index, passage) in passages.enumerated().reversed() { owners[passage.said.time] = index }
    for (index, passage) in passages.enumerated() {
      for time in passage.said.times where owners[time] == nil { owners[time] = index }
    }
    func owner(of time: Timestamp) -> Int? {
      owners[time] ?? (isOriginal ? passages.lastIndex { $0.said.time <= time } : nil)
    }
    var remarks = transcript.problems.flatMap { [$0.description, "  \($0.text)"] } + sources.remarks
    for region in sources.regions {
      for time in region.times {
        guard let owner = owner(of: time) else {
          let what = region.kind == .claim ? "claim" : "mark"
          remarks.append(
            "\(region.file.name):\(region.mark): the \(what) [\(time)] names a time at which no cue of the transcript begins"
          )
          continue
        }
        if !region.lines.isEmpty, !passages[owner].regions.contains(region) {
          passages[owner].regions.append(region)
        }
      }
    }
    for claim in Self.claims(sources.claims, report) {
      if let owner = owner(of: claim.at) { passages[owner].claims.append(claim) }
    }
    self.entry = entry
    self.transcript = transcript
    self.passages = passages
    self.remarks = remarks
    lastRun = report?.time
  }

  /// Reads a lesson's transcript and sources, and the report of its last run.
  ///
  /// - Parameter original: a transcript to show in place of the retelling.
  /// - Throws: a ``Console/Complaint`` that names the file where the transcript or a source cannot be read.
  package init(
    reading lesson: CatalogueLesson, in checkout: Checkout, original: Transcript? = nil
  ) throws(Complaint) {
    self.init(
      lesson.entry, transcript: try TranscriptFile.read(lesson, in: checkout, original: original),
      isOriginal: original != nil, sources: try LessonSources(reading: lesson, in: checkout),
      report: LastReport(of: lesson.entry, in: checkout))
  }

  /// Takes a transcript that goes with no lesson.
  package init(_ transcript: Transcript, named name: String) {
    self.init(
      SyllabusEntry(number: 0, id: name, title: transcript.lecture ?? name, lecture: name, minutes: 0),
      transcript: transcript, sources: LessonSources(of: name, in: "", ideas: []))
  }

  package func has(_ language: SourceText.Language) -> Bool {
    passages.contains { $0.regions.contains { $0.kind == .idea && $0.file.language == language } }
  }

  /// The claims that the sources state, with the verdicts of the last run, and behind them what that run has judged besides.
  private static func claims(_ stated: [StatedClaim], _ report: LastReport?) -> [Claim] {
    let records = report?.claims ?? []
    let ids = Set(stated.map(\.id))
    let others = records.filter { !ids.contains($0.id) }
    return stated.map { claim in
      Claim(
        id: claim.id, at: claim.at, statement: claim.statement, record: records.first { $0.id == claim.id })
    }
      + others.compactMap { record in
        Timestamp(record.at).map { Claim(id: record.id, at: $0, statement: record.statement, record: record) }
      }
  }
}
