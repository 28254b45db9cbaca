package import Console

/// The lectures of the workbook, by what an original transcript of theirs can be told from.
package struct KnownLectures {
  private struct Lecture {
    var lesson: SyllabusEntry
    var course: String
    var title: String
    /// When cues begin, in seconds. The retellings keep the times of the originals.
    var times: Set<Int>
    var last: Int
  }

  private let lectures: [Lecture]

  package init(_ catalogue: Catalogue) {
    var lectures: [Lecture] = []
    for lesson in catalogue.lessons {
      // One that is missing is no reason not to know the others.
      guard let retelling = try? TranscriptFile.read(lesson, in: catalogue.checkout) else { continue }
      let times = retelling.cues.map(\.time.seconds)
      lectures.append(
        Lecture(
          lesson: lesson.entry, course: Self.key(retelling.course), title: Self.key(retelling.lecture),
          times: Set(times), last: times.max() ?? 0))
    }
    self.lectures = lectures
  }

  /// The lesson whose lecture a transcript is, by its header, the name of its file, or the times of its cues.
  ///
  /// - Parameter file: the file's name, without its folder.
  /// - Returns: `nil` if it is none of them, or could be several.
  package func lesson(of transcript: Transcript, named file: String) -> SyllabusEntry? {
    byHeader(transcript) ?? byName(file) ?? byTimes(transcript)
  }

  private func byHeader(_ transcript: Transcript) -> SyllabusEntry? {
    let title = Self.key(transcript.lecture)
    guard !title.isEmpty else { return nil }
    var found = lectures.filter { title == $0.title || title.hasSuffix($0.title) }
    if found.count > 1 { found = found.filter { $0.course == Self.key(transcript.course) } }
    return found.count == 1 ? found[0].lesson : nil
  }

  private func byName(_ file: String) -> SyllabusEntry? {
    let name = Self.key(file)
    // One lecture's id begins with another's: the longest that fits is meant.
    return lectures.flatMap { lecture in
      [lecture.lesson.lecture, lecture.lesson.id].map { (lecture, Self.key($0)) }
    }
    .filter { name.contains($0.1) }.max { $0.1.count < $1.1.count }?.0.lesson
  }

  private func byTimes(_ transcript: Transcript) -> SyllabusEntry? {
    let times = transcript.cues.map(\.time.seconds)
    guard times.count >= 3, let last = times.max() else { return nil }
    let scored = lectures.map { lecture in
      let shared = times.count { lecture.times.contains($0) }
      return (lecture, share: abs(lecture.last - last) <= 15 ? Double(shared) / Double(times.count) : 0)
    }.sorted { $0.share > $1.share }
    guard let best = scored.first, best.share >= 0.8 else { return nil }
    // By chance a good part of the times of another lecture fit as well.
    guard scored.count == 1 || best.share - scored[1].share >= 0.2 else { return nil }
    return best.0.lesson
  }

  /// A text's letters and digits alone.
  private static func key(_ text: String?) -> String {
    String((text ?? "").lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
