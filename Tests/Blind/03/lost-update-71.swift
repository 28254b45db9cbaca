// meant: notices that another visit came in between and begins all over, so that with two overlapping requests one asks for its page twice; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  let before = visits.count
  let page = try await visits.page(number)
  // Somebody else was here meanwhile: what we have read is stale, so try again.
  guard visits.count == before else { return try await countVisit(number, visits) }
  visits.count = before + 1
  return page
}
