// meant: counts in a defer block, which runs when page throws, too, so that a visit to a page that isn't there is counted; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  // Count at the very end, when the wait is over.
  defer { visits.count += 1 }
  return try await visits.page(number)
}
