// meant: counts in a defer that stands before the wait, so that visits whose page is missing are counted too; expected verdict: wrong
import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  defer { visits.count += 1 }
  return try await visits.page(number)
}
