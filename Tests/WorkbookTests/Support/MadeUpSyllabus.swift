import Console
import LessonKit

/// Four lessons, as there will be, for tests of what depends on their number.
enum MadeUpSyllabus {
  static let lessons = [
    entry(1, "serial-vs-async", "Three requests, one thread"),
    entry(2, "scalability-vs-speed", "How many until it degrades"),
    entry(3, "threads-vs-async", "The price of a thread"),
    entry(4, "core-usage", "All the cores"),
  ]

  private static func entry(_ number: Int, _ id: String, _ title: String) -> SyllabusEntry {
    var entry = Syllabus.serialVersusAsync
    (entry.number, entry.id, entry.title, entry.lecture) = (number, id, title, "lecture-\(number)")
    return entry
  }
}
