// meant: counts in a defer, which also runs when the page cannot be had, so that a request whose page throws is counted; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  // Runs after the await, and in one go.
  defer { visits.count += 1 }
  return try await visits.page(number)
}
