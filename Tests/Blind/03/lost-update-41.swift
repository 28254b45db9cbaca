// meant: optimistic compare-and-set around the whole request, which asks for the page again whenever another visit was counted meanwhile, seen with any two overlapping requests; expected verdict: wrong

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  while true {
    let before = visits.count
    let page = try await visits.page(number)
    // Has someone else counted in the meantime? Then what we read is out of date: try again.
    guard visits.count == before else { continue }
    visits.count = before + 1
    return page
  }
}
