// meant: the page in a child task, and the visit counted in a function without async that nothing can interrupt; expected verdict: right

import EventLoop
import LessonKit

func countVisit(_ number: Int, _ visits: Visits) async throws -> String {
  async let page = visits.page(number)
  return counted(try await page, on: visits)
}

private func counted(_ page: String, on visits: Visits) -> String {
  let before = visits.count
  visits.count = before + 1
  return page
}
