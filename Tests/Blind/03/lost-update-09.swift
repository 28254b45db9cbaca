// meant: goes on reading before the wait, and takes the larger of the two numbers afterwards; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  let before = visits.count
  let page = try await visits.page(number)
  visits.count = max(visits.count, before + 1)
  return page
}
