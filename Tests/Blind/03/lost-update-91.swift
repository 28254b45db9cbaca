// meant: takes the new count and the page from one expression, as if that made them one step, but the counter is read on its left before the wait on its right, so that visits are lost when two requests wait at the same time; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  // One expression, so nobody can come in between.
  let (count, page) = try await (visits.count + 1, visits.page(number))
  visits.count = count
  return page
}
