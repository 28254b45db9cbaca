/// What the index says of one lesson; launcher and lesson both read it here.
package struct SyllabusEntry: Sendable, Hashable {
  /// The lesson's place in the workbook, from 1.
  package var number: Int
  /// The lesson's id, which is also the name of its executable and, behind the number, of its folder.
  package var id: String
  package var title: String
  /// The id of the lecture that the lesson goes with; its transcript is `transcripts/<lecture>.txt`.
  package var lecture: String
  /// How long an attentive reader needs, in minutes.
  package var minutes: Int

  package init(number: Int, id: String, title: String, lecture: String, minutes: Int) {
    (self.number, self.id, self.title, self.lecture, self.minutes) = (number, id, title, lecture, minutes)
  }

  /// The lesson's folder below `Lessons/`, for example `01-serial-vs-async`.
  package var folder: String { (number < 10 ? "0" : "") + "\(number)-\(id)" }
}

/// The lessons of the workbook, in their order.
package enum Syllabus {
  /// Three requests, one after another and overlapped.
  package static let serialVersusAsync = SyllabusEntry(
    number: 1, id: "serial-vs-async", title: "Three requests, one thread",
    lecture: "visualizing-an-asynchronous-request", minutes: 15)

  /// Three servers with one handler, loaded until they give way.
  package static let scalabilityVersusSpeed = SyllabusEntry(
    number: 2, id: "scalability-vs-speed", title: "How many at once, not how fast",
    lecture: "async-for-scalability", minutes: 15)

  /// What a waiting request costs: a thread, or a task.
  package static let threadsVersusAsync = SyllabusEntry(
    number: 3, id: "threads-vs-async", title: "What a waiting request costs",
    lecture: "async-for-scalability-dotnet", minutes: 25)

  /// Cores and waits: what a whole machine could do.
  package static let coreUsage = SyllabusEntry(
    number: 4, id: "core-usage", title: "What the whole machine could do",
    lecture: "review-why-async", minutes: 20)

  /// All lessons.
  package static let lessons = [
    serialVersusAsync,
    scalabilityVersusSpeed,
    threadsVersusAsync,
    coreUsage,
  ]
}
