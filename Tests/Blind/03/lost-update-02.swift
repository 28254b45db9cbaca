// meant: counts in a defer, so failures count too; expected verdict: wrong
// right: a page that throws is not counted.
import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  defer { visits.count += 1 }
  return try await visits.page(number)
}
